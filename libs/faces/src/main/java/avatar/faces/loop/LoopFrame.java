package avatar.faces.loop;

/**
 * One picture of a loop: picture {@code source} of the clip or, where {@code mix} is above 0, the picture on the way
 * from it to an earlier one.
 *
 * @param other an earlier picture of the clip; {@code source} itself where nothing is mixed
 * @param mix weight of {@code other}, 0 to 1
 */
public record LoopFrame(int source, int other, double mix) {

    public LoopFrame {
        if (other < 0 || other > source || !(mix >= 0 && mix <= 1)) {
            throw new IllegalArgumentException(
                    "Invalid mix of picture %d: found picture %d by %s, expected an earlier picture by 0 to 1"
                            .formatted(source, other, mix));
        }
    }

    static LoopFrame plain(int source) {
        return new LoopFrame(source, source, 0);
    }

    public boolean isMixed() {
        return mix > 0;
    }
}
