package avatar.mouths.sadtalker;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Viseme;
import avatar.phonetics.flite.Flite;
import avatar.phonetics.flite.FliteVoice;
import avatar.phonetics.sound.PhonemeTable;
import avatar.phonetics.speech.TimedSpeech;
import java.nio.ShortBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An exemplar spoken by a voice.
 *
 * @param speech 16,000 samples a second
 * @param sound the longest of the wanted sounds, which has the steadiest face
 */
record SpokenExemplar(TimedSpeech speech, Phoneme sound) {

    static final int RATE_HZ = 16_000;

    private static final FliteVoice VOICE = FliteVoice.SLT;
    private static final int FPS = 25;
    private static final float FULL_SCALE = 32_768f;

    /** @throws AvatarException {@link ErrorCode#SYNTHESIS_FAILED} if the voice is not installed */
    static SpokenExemplar of(Exemplar exemplar, Flite flite) {
        TimedSpeech speech = flite.speak(VOICE, exemplar.text(), 1);
        if (speech.sampleRateHz() != RATE_HZ) {
            throw new AvatarException(
                    ErrorCode.SYNTHESIS_FAILED,
                    "Expected speech of %d samples a second, found %d".formatted(RATE_HZ, speech.sampleRateHz()));
        }
        return new SpokenExemplar(speech, longest(exemplar, speech.phonemes()));
    }

    private static Phoneme longest(Exemplar exemplar, List<Phoneme> phonemes) {
        return phonemes.stream()
                .filter(phoneme -> isShownAs(phoneme, exemplar.sound()))
                .max(Comparator.comparing((Phoneme phoneme) -> phoneme.end().minus(phoneme.start())))
                .orElseThrow(() -> new AvatarException(
                        ErrorCode.SYNTHESIS_FAILED,
                        "No sound of viseme %s in '%s' as voice %s says it"
                                .formatted(exemplar.sound().label(), exemplar.text(), VOICE.label())));
    }

    private static boolean isShownAs(Phoneme phoneme, Viseme viseme) {
        return PhonemeTable.visemeOf(phoneme.symbol()) == viseme;
    }

    /** The samples as floats, full scale at 1. */
    float[] samples() {
        ShortBuffer audio = speech.audio().asShortBuffer();
        float[] samples = new float[audio.remaining()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = audio.get(i) / FULL_SCALE;
        }
        return samples;
    }

    /** The pictures in the middle of the sound: three, or fewer if the sound is short. */
    List<Integer> centre(int pictures) {
        int middle = picture(sound.start().plus(sound.end()).dividedBy(2), pictures);
        int around = sound.end().minus(sound.start()).compareTo(Duration.ofMillis(3 * 1000 / FPS)) < 0 ? 0 : 1;
        return IntStream.rangeClosed(Math.max(0, middle - around), Math.min(pictures - 1, middle + around))
                .boxed()
                .toList();
    }

    /** The pictures of the whole sound. */
    List<Integer> all(int pictures) {
        return IntStream.rangeClosed(picture(sound.start(), pictures), picture(sound.end(), pictures))
                .boxed()
                .toList();
    }

    private static int picture(Duration time, int pictures) {
        return Math.clamp(time.toMillis() * FPS / 1000, 0, pictures - 1);
    }
}
