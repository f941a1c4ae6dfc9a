package avatar.mouths.sadtalker;

import avatar.contract.viseme.Viseme;
import avatar.phonetics.flite.Flite;
import avatar.sadtalker.pipeline.Coefficients;
import avatar.sadtalker.pipeline.Expressions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The face of every viseme: that of the networks in the middle of its sound. */
final class VisemeFaces {

    private final Expressions expressions;
    private final Heads heads;
    private final Flite flite;
    private final Coefficients photo;
    private final double scale;

    /** @param photo the face of the photo */
    VisemeFaces(Expressions expressions, Heads heads, Flite flite, Coefficients photo, double scale) {
        this.expressions = expressions;
        this.heads = heads;
        this.flite = flite;
        this.photo = photo;
        this.scale = scale;
    }

    /** The faces of all visemes; where the lips meet, the face in which they are nearest to each other. */
    Map<Viseme, Coefficients> all() {
        Map<Viseme, Spoken> spoken = new EnumMap<>(Viseme.class);
        for (Viseme viseme : Viseme.values()) {
            spoken.put(viseme, spoken(SpokenExemplar.of(Exemplar.of(viseme), flite)));
        }
        List<Float> open = Objects.requireNonNull(spoken.get(Viseme.AA)).inTheMiddle();
        List<Float> shut = Objects.requireNonNull(spoken.get(Viseme.SIL)).inTheMiddle();
        Map<Viseme, Coefficients> faces = new EnumMap<>(Viseme.class);
        spoken.forEach((viseme, one) -> {
            boolean isShut = viseme == Viseme.M || viseme == Viseme.SIL;
            faces.put(viseme, face(one, isShut ? List.of(one.mostShut(open, shut)) : one.middle()));
        });
        return faces;
    }

    private Spoken spoken(SpokenExemplar exemplar) {
        float[] samples = exemplar.samples();
        List<List<Float>> found = expressions.of(samples, photo);
        return new Spoken(exemplar, found, heads.of(samples, found.size()));
    }

    private Coefficients face(Spoken spoken, List<Integer> pictures) {
        return photo.with(mean(spoken.expressions(), pictures), scale).withPose(mean(spoken.poses(), pictures));
    }

    private static List<Float> mean(List<List<Float>> rows, List<Integer> some) {
        List<Float> mean = new ArrayList<>();
        for (int i = 0; i < rows.getFirst().size(); i++) {
            int column = i;
            mean.add((float) some.stream()
                    .mapToDouble(row -> rows.get(row).get(column))
                    .average()
                    .orElseThrow());
        }
        return mean;
    }

    /** An exemplar with the expression and the pose in each of its pictures. */
    private record Spoken(SpokenExemplar exemplar, List<List<Float>> expressions, List<List<Float>> poses) {

        List<Integer> middle() {
            return exemplar.centre(expressions.size());
        }

        List<Float> inTheMiddle() {
            return mean(expressions, middle());
        }

        /** The picture of the sound whose mouth is most shut. */
        int mostShut(List<Float> open, List<Float> shut) {
            return Collections.max(
                    exemplar.all(expressions.size()),
                    Comparator.comparingDouble(picture -> along(expressions.get(picture), open, shut)));
        }

        private static double along(List<Float> expression, List<Float> open, List<Float> shut) {
            double along = 0;
            for (int i = 0; i < expression.size(); i++) {
                along += (double) (expression.get(i) - open.get(i)) * (shut.get(i) - open.get(i));
            }
            return along;
        }
    }
}
