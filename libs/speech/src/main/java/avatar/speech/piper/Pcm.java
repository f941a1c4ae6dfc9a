package avatar.speech.piper;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Converts the output of models to PCM, mono, signed 16 bit, little-endian. */
final class Pcm {

    /** As in {@code piper.cpp}: sound below a hundredth of full scale is amplified as if its peak were that. */
    private static final float QUIETEST = 0.01f;

    private Pcm() {}

    /** Concatenates sounds, each normalized to full scale, as Piper plays them. */
    static ByteBuffer of(List<float[]> sounds) {
        int samples = sounds.stream().mapToInt(sound -> sound.length).sum();
        ByteBuffer pcm = ByteBuffer.allocate(samples * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] sound : sounds) {
            float scale = Short.MAX_VALUE / loudest(sound);
            for (float sample : sound) {
                pcm.putShort((short) Math.round(sample * scale));
            }
        }
        return pcm.flip();
    }

    private static float loudest(float[] sound) {
        float loudest = QUIETEST;
        for (int i = 0; i < sound.length; i++) {
            if (!Float.isFinite(sound[i])) {
                throw new AvatarException(
                        ErrorCode.SYNTHESIS_FAILED,
                        "The voice's sample %d of %d is %s, expected a number".formatted(i, sound.length, sound[i]));
            }
            loudest = Math.max(loudest, Math.abs(sound[i]));
        }
        return loudest;
    }
}
