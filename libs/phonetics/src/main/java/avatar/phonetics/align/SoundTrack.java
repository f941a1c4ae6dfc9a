package avatar.phonetics.align;

import java.util.Arrays;

/** The paths in a third of a phoneme. The cost of its length is added when it ends. */
final class SoundTrack implements Track {

    private final double[] lengthCosts;

    /** The paths in a ring buffer by start time: their cost minus the matching costs of this unit before that time. */
    private final double[] begun;

    private final int[] origins;
    private double heard;
    private int lastBegun = -1;
    private double costOfEnd = NEVER;
    private int length;
    private int origin;

    SoundTrack(Unit unit) {
        lengthCosts = new double[unit.longest() + 1];
        for (int frames = 1; frames < lengthCosts.length; frames++) {
            lengthCosts[frames] = PathCosts.length(unit, frames);
        }
        begun = new double[lengthCosts.length];
        origins = new int[lengthCosts.length];
        Arrays.fill(begun, NEVER);
    }

    @Override
    public void begin(double cost, int time, int origin) {
        begun[time % begun.length] = cost - heard;
        origins[time % begun.length] = origin;
        lastBegun = time;
    }

    @Override
    public double match(double frameCost, int time) {
        heard += frameCost;
        double cheapest = NEVER;
        for (double path : begun) {
            cheapest = Math.min(cheapest, path);
        }
        return cheapest + heard;
    }

    @Override
    public void end(int time) {
        double cheapest = NEVER;
        int longest = Math.min(time, lengthCosts.length - 1);
        for (int frames = 1; frames <= longest; frames++) {
            int slot = (time - frames) % begun.length;
            double cost = begun[slot] + lengthCosts[frames];
            if (cost < cheapest) {
                cheapest = cost;
                length = frames;
                origin = origins[slot];
            }
        }
        costOfEnd = cheapest + heard;
        // The oldest path is dropped: the next one needs its place in the ring.
        begun[time % begun.length] = NEVER;
    }

    @Override
    public double costOfEnd() {
        return costOfEnd;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int origin() {
        return origin;
    }

    @Override
    public boolean isDead(int time, double limit) {
        return time - lastBegun >= lengthCosts.length - 1;
    }
}
