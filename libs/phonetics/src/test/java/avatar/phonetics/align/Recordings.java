package avatar.phonetics.align;

import avatar.phonetics.speech.TimedSpeech;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Random;

/** Recordings made of synthetic speech. */
final class Recordings {

    private Recordings() {}

    static Recording of(TimedSpeech speech) {
        return new Recording(speech.sampleRateHz(), speech.audio());
    }

    /** In a quiet room, and with silence put in at {@code at}. */
    static Recording withPause(TimedSpeech speech, Duration at, Duration length) {
        return withPause(speech, at, length, 40);
    }

    /**
     * With the noise of a room, and silence put in at {@code at}.
     *
     * @param noise its root mean square; speech has some 3,000
     */
    static Recording withPause(TimedSpeech speech, Duration at, Duration length, double noise) {
        ByteBuffer audio = speech.audio();
        int from = bytes(at, speech.sampleRateHz());
        int silent = bytes(length, speech.sampleRateHz());
        ByteBuffer longer = ByteBuffer.allocate(audio.remaining() + silent).order(ByteOrder.LITTLE_ENDIAN);
        longer.put(audio.slice(0, from)).position(from + silent);
        longer.put(audio.slice(from, audio.remaining() - from)).flip();
        Random random = new Random(1);
        for (int i = 0; i < longer.limit(); i += Short.BYTES) {
            double noisy = longer.getShort(i) + noise * random.nextGaussian();
            longer.putShort(i, (short) Math.clamp(Math.round(noisy), Short.MIN_VALUE, Short.MAX_VALUE));
        }
        return new Recording(speech.sampleRateHz(), longer);
    }

    static Recording silence(Duration length) {
        return new Recording(16_000, ByteBuffer.allocate(bytes(length, 16_000)));
    }

    private static int bytes(Duration time, int sampleRateHz) {
        return (int) (time.toMillis() * sampleRateHz / 1_000) * Short.BYTES;
    }
}
