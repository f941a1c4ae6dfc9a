package avatar.bench.render;

/**
 * What films of one speech cost.
 *
 * @param whole every frame decoded, blended and encoded, as before; pictures only
 * @param composed as the service makes it, with its sound
 */
record RenderReport(String avatar, String size, String format, Making whole, Making composed) {

    /** The bar: faster than it plays, and than it was done before. */
    boolean isAtBar() {
        return composed.timesRealTime() >= 1 && composed.seconds() < whole.seconds();
    }

    /** For people, each line ended. */
    String table() {
        return "%-28s %10s %10s %10s %10s %10s%n"
                        .formatted(
                                avatar + ", " + size + ", " + format,
                                "film s",
                                "took s",
                                "x real",
                                "peak MB",
                                "file MB")
                + row("whole frames, no sound", whole)
                + row("composed", composed);
    }

    private static String row(String name, Making making) {
        return "%-28s %10.1f %10.1f %10.2f %10d %10.1f%n"
                .formatted(
                        name,
                        making.filmSeconds(),
                        making.seconds(),
                        making.timesRealTime(),
                        making.peakMegabytes(),
                        making.fileBytes() / 1e6);
    }
}
