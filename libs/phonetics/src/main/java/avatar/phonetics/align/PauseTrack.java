package avatar.phonetics.align;

/** The paths in a pause, whose length is not limited. */
final class PauseTrack implements Track {

    private double entering = NEVER;
    private int enteringFrom;
    private double cost = NEVER;
    private int origin;

    @Override
    public void begin(double cost, int time, int origin) {
        entering = cost;
        enteringFrom = origin;
    }

    @Override
    public double match(double frameCost, int time) {
        boolean stays = cost <= entering;
        origin = stays ? 0 : enteringFrom;
        cost = (stays ? cost : entering) + frameCost;
        entering = NEVER;
        return cost;
    }

    @Override
    public void end(int time) {
        // A pause may end at any time.
    }

    @Override
    public double costOfEnd() {
        return cost;
    }

    @Override
    public int length() {
        return 1;
    }

    @Override
    public int origin() {
        return origin;
    }

    @Override
    public boolean isDead(int time, double limit) {
        return Math.min(cost, entering) > limit;
    }
}
