package avatar.bench.render;

/**
 * The cost of the renders of one speech.
 *
 * @param whole every frame decoded, blended and encoded, as before; pictures only
 * @param composed as the service makes it, with its sound
 */
record RenderReport(String avatar, String size, String format, Making whole, Making composed) {

    /** The bar: faster than real time, and than with every frame encoded completely. */
    boolean isAtBar() {
        return composed.timesRealTime() >= 1 && composed.seconds() < whole.seconds();
    }

    /** A readable table, each line with its line break. */
    String table() {
        return "%-28s %10s %10s %10s %10s %10s%n"
                        .formatted(
                                avatar + ", " + size + ", " + format,
                                "video s",
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
