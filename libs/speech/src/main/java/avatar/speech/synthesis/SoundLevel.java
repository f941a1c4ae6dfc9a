package avatar.speech.synthesis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/**
 * The audible part of a clause: from the first to the last 10 ms that are at most 40 dB below the loudest.
 *
 * @param start inclusive; not before {@code end} if nothing is audible
 * @param end exclusive
 */
record SoundLevel(Duration start, Duration end) {

    /** A hundredth of the amplitude: below the weakest sound of speech, above the noise of any voice. */
    private static final double AUDIBLE = 0.01;

    private static final int WINDOWS_PER_SECOND = 100;

    static SoundLevel of(SpokenClause clause) {
        ByteBuffer audio = clause.audio().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int window = Math.max(1, clause.sampleRateHz() / WINDOWS_PER_SECOND);
        double[] levels = levels(audio, window);
        double loudest = 0;
        for (double level : levels) {
            loudest = Math.max(loudest, level);
        }
        int first = 0;
        while (first < levels.length && levels[first] <= loudest * AUDIBLE) {
            first++;
        }
        int last = levels.length;
        while (last > first && levels[last - 1] <= loudest * AUDIBLE) {
            last--;
        }
        return new SoundLevel(time(first, window, clause), time(last, window, clause));
    }

    private static double[] levels(ByteBuffer audio, int window) {
        int samples = audio.remaining() / Short.BYTES;
        double[] levels = new double[Math.ceilDiv(samples, window)];
        for (int i = 0; i < samples; i++) {
            double sample = audio.getShort(i * Short.BYTES);
            levels[i / window] += sample * sample;
        }
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Math.sqrt(levels[i] / window);
        }
        return levels;
    }

    private static Duration time(int windows, int window, SpokenClause clause) {
        Duration time = Duration.ofNanos((long) windows * window * 1_000_000_000L / clause.sampleRateHz());
        return time.compareTo(clause.duration()) < 0 ? time : clause.duration();
    }
}
