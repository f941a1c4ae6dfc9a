package avatar.tts.worker;

import avatar.contract.viseme.Phoneme;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpeechSynthesizer;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.synthesis.Voice;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/** A voice that hums for a tenth of a second per character; "slowly" takes it twenty seconds. */
final class FakeSynthesizer implements SpeechSynthesizer {

    static final String VOICE = "fake";

    private static final int SAMPLE_RATE_HZ = 16_000;

    @Override
    public List<Voice> voices() {
        return List.of(new Voice(VOICE, "Fake", "en", Voice.Gender.MALE, "fake", true, null));
    }

    @Override
    public boolean canSpeak(String voiceId, String text) {
        return true;
    }

    @Override
    public SpokenClause speak(String voiceId, String text, Prosody prosody) {
        int millis = text.equals("slowly") ? 20_000 : 100 * text.length();
        return new SpokenClause(
                SAMPLE_RATE_HZ,
                ByteBuffer.allocate(2 * SAMPLE_RATE_HZ / 1_000 * millis),
                List.of(new Phoneme("aa", Duration.ZERO, Duration.ofMillis(millis))));
    }
}
