package avatar.faces.loop;

import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import avatar.faces.video.Morph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes the frames of a loop, or of a part of it that runs forwards, while the clip is read. */
final class Forwards implements Clip.Visitor {

    private final List<LoopFrame> frames;
    private final Consumer<BgrImage> out;
    private final Set<Integer> wantedLater;
    private final Map<Integer, BgrImage> held = new HashMap<>();

    private int made;

    /** @param frames with no source smaller than the one before */
    Forwards(List<LoopFrame> frames, Consumer<BgrImage> out) {
        this.frames = frames;
        this.out = out;
        this.wantedLater =
                frames.stream().filter(LoopFrame::isMixed).map(LoopFrame::other).collect(Collectors.toSet());
    }

    @Override
    public void visit(int index, BgrImage picture) {
        if (wantedLater.contains(index)) {
            held.put(index, picture);
        }
        while (made < frames.size() && frames.get(made).source() == index) {
            out.accept(make(frames.get(made), picture));
            made++;
        }
    }

    private BgrImage make(LoopFrame frame, BgrImage source) {
        return frame.isMixed()
                ? Morph.between(source, Objects.requireNonNull(held.get(frame.other())), frame.mix())
                : source;
    }

    void requireAll() {
        if (made < frames.size()) {
            throw new IllegalStateException("The clip ended before picture %d"
                    .formatted(frames.get(made).source()));
        }
    }
}
