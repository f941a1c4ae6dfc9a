package avatar.speech.voices;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpeechSynthesizer;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.synthesis.Voice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** An engine that a test controls. */
final class StubSynthesizer implements SpeechSynthesizer {

    final List<String> spoken = new ArrayList<>();

    private final List<Voice> voices;
    private final boolean isRemote;
    private final CountDownLatch released = new CountDownLatch(1);

    volatile boolean fails;
    volatile boolean hangs;

    StubSynthesizer(boolean isRemote, Voice... voices) {
        this.isRemote = isRemote;
        this.voices = Arrays.asList(voices);
    }

    static Voice voice(String engine, String id, String language) {
        return new Voice(id, id, language, Voice.Gender.FEMALE, engine, true, null);
    }

    /** Lets hanging calls return. */
    void release() {
        released.countDown();
    }

    @Override
    public List<Voice> voices() {
        return voices;
    }

    @Override
    public boolean isRemote() {
        return isRemote;
    }

    @Override
    public boolean canSpeak(String voiceId, String text) {
        return !text.contains("unspeakable");
    }

    @Override
    public SpokenClause speak(String voiceId, String text, Prosody prosody) {
        if (fails) {
            throw new AvatarException(ErrorCode.SERVICE_UNAVAILABLE, "it is away");
        }
        try {
            if (hangs) {
                released.await();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        spoken.add(voiceId + ": " + text);
        return new SpokenClause(1_000, ByteBuffer.allocate(200), List.of());
    }
}
