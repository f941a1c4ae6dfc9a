package avatar.speech.voices;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpeechSynthesizer;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.synthesis.Voice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A timeout around an engine. A call into a library can't be ended from outside, so one that hangs is abandoned, and
 * until it returns the engine counts as unavailable: its voices are substituted and no more threads hang.
 */
final class WatchedSynthesizer implements SpeechSynthesizer {

    private final SpeechSynthesizer engine;
    private final Duration limit;
    private final AtomicInteger hanging = new AtomicInteger();

    WatchedSynthesizer(SpeechSynthesizer engine, Duration limit) {
        this.engine = engine;
        this.limit = limit;
    }

    /** Whether a call has timed out and not returned. */
    boolean hangs() {
        return hanging.get() > 0;
    }

    /** Whether it hangs and only a new process helps: a remote engine may recover by itself. */
    boolean needsRestart() {
        return hangs() && !engine.isRemote();
    }

    @Override
    public List<Voice> voices() {
        return engine.voices().stream().map(this::asItIsNow).toList();
    }

    @Override
    public Optional<Voice> voice(String id) {
        return engine.voice(id).map(this::asItIsNow);
    }

    @Override
    public boolean isRemote() {
        return engine.isRemote();
    }

    @Override
    public boolean canSpeak(String voiceId, String text) {
        return engine.canSpeak(voiceId, text);
    }

    @Override
    public SpokenClause speak(String voiceId, String text, Prosody prosody) {
        if (hangs()) {
            throw broken(null);
        }
        FutureTask<SpokenClause> work = new FutureTask<>(() -> engine.speak(voiceId, text, prosody));
        Thread worker = Thread.ofVirtual().name("voice-" + voiceId).start(work);
        try {
            return work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            giveUp(worker);
            throw broken(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AvatarException(ErrorCode.SYNTHESIS_FAILED, "The voice failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AvatarException(ErrorCode.SYNTHESIS_FAILED, "Interrupted while waiting for the voice", e);
        }
    }

    private void giveUp(Thread worker) {
        hanging.incrementAndGet();
        Thread.ofVirtual().name("voice-missed").start(() -> {
            try {
                worker.join();
                hanging.decrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Voice asItIsNow(Voice voice) {
        return hangs() ? voice.unavailable(reason()) : voice;
    }

    private String reason() {
        return "the engine did not finish within %d s; if it stays so, restart this service"
                .formatted(limit.toSeconds());
    }

    private AvatarException broken(@Nullable Throwable cause) {
        return new AvatarException(ErrorCode.SERVICE_UNAVAILABLE, reason(), cause);
    }
}
