package avatar.faces.video;

/** Number of clockwise quarter turns that bring a picture upright, as phones record it. */
record QuarterTurns(int clockwise) {

    static final QuarterTurns NONE = new QuarterTurns(0);

    /**
     * The quarter turns nearest to FFmpeg's angle, which is counterclockwise; none for NaN, which is a broken matrix.
     */
    static QuarterTurns ofCounterclockwiseDegrees(double degrees) {
        return Double.isNaN(degrees) ? NONE : new QuarterTurns(Math.floorMod(Math.round(-degrees / 90), 4));
    }

    BgrImage turn(BgrImage image) {
        return switch (clockwise) {
            case 1 -> quarter(image);
            case 2 -> quarter(quarter(image));
            case 3 -> quarter(quarter(quarter(image)));
            default -> image;
        };
    }

    private static BgrImage quarter(BgrImage image) {
        byte[] from = image.bgr();
        byte[] to = new byte[from.length];
        int at = 0;
        for (int x = 0; x < image.width(); x++) {
            for (int y = image.height() - 1; y >= 0; y--) {
                int pixel = (y * image.width() + x) * BgrImage.BYTES_PER_PIXEL;
                to[at++] = from[pixel];
                to[at++] = from[pixel + 1];
                to[at++] = from[pixel + 2];
            }
        }
        return new BgrImage(/* width= */ image.height(), /* height= */ image.width(), to);
    }
}
