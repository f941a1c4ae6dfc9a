package avatar.setup.sadtalker;

import avatar.contract.viseme.Viseme;
import avatar.phonetics.flite.Flite;
import avatar.sadtalker.pipeline.Coefficients;
import avatar.sadtalker.pipeline.Expressions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The face of every viseme, as the networks would have it in the middle of the sound. */
final class VisemeFaces {

    private final Expressions expressions;
    private final Flite flite;
    private final Coefficients photo;
    private final double scale;

    /** @param photo the face whose others are sought; its pose stays */
    VisemeFaces(Expressions expressions, Flite flite, Coefficients photo, double scale) {
        this.expressions = expressions;
        this.flite = flite;
        this.photo = photo;
        this.scale = scale;
    }

    /** All of them; where the lips meet, the face in which they are nearest to each other. */
    Map<Viseme, Coefficients> all() {
        Map<Viseme, Spoken> spoken = new EnumMap<>(Viseme.class);
        for (Viseme viseme : Viseme.values()) {
            SpokenExemplar exemplar = SpokenExemplar.of(Exemplar.of(viseme), flite);
            spoken.put(viseme, new Spoken(exemplar, expressions.of(exemplar.samples(), photo)));
        }
        List<Float> open = Objects.requireNonNull(spoken.get(Viseme.AA)).middle();
        List<Float> shut = Objects.requireNonNull(spoken.get(Viseme.SIL)).middle();
        Map<Viseme, Coefficients> faces = new EnumMap<>(Viseme.class);
        spoken.forEach((viseme, one) -> {
            boolean isShut = viseme == Viseme.M || viseme == Viseme.SIL;
            faces.put(viseme, photo.with(isShut ? one.mostShut(open, shut) : one.middle(), scale));
        });
        return faces;
    }

    /** An exemplar, and the expression in each of its pictures. */
    private record Spoken(SpokenExemplar exemplar, List<List<Float>> expressions) {

        List<Float> middle() {
            List<Integer> pictures = exemplar.centre(expressions.size());
            List<Float> mean = new ArrayList<>();
            for (int i = 0; i < expressions.getFirst().size(); i++) {
                int coefficient = i;
                mean.add((float) pictures.stream()
                        .mapToDouble(picture -> expressions.get(picture).get(coefficient))
                        .average()
                        .orElseThrow());
            }
            return mean;
        }

        /** The picture of the sound that is farthest from an open mouth, along the way from it to a shut one. */
        List<Float> mostShut(List<Float> open, List<Float> shut) {
            List<Float> best = middle();
            double most = Double.NEGATIVE_INFINITY;
            for (int picture : exemplar.all(expressions.size())) {
                List<Float> expression = expressions.get(picture);
                double along = 0;
                for (int i = 0; i < expression.size(); i++) {
                    along += (double) (expression.get(i) - open.get(i)) * (shut.get(i) - open.get(i));
                }
                if (along > most) {
                    most = along;
                    best = expression;
                }
            }
            return best;
        }
    }
}
