package avatar.tts.speech;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.contract.api.UtteranceStatus;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechState;
import avatar.tts.status.UtteranceBook;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ids of new utterances. One with an idempotency key has the same id whichever replica receives it, so that a request
 * that was sent twice is one utterance.
 */
@Singleton
final class UtteranceIds {

    /** The header that names a request; draft-ietf-httpapi-idempotency-key-header. */
    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;

    private final UtteranceBook book;

    UtteranceIds(UtteranceBook book) {
        this.book = book;
    }

    /**
     * The id for a request.
     *
     * @param key of its caller; null if there is none
     * @throws AvatarException {@link ErrorCode#INVALID_REQUEST} if the key is empty or too long
     */
    String of(String channel, @Nullable String key) {
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new AvatarException(
                    ErrorCode.INVALID_REQUEST,
                    "Header %s must have 1 to %d characters, found %d".formatted(HEADER, LONGEST_KEY, key.length()));
        }
        int attempt = 1;
        while (wasRefused(id(channel, key, attempt))) {
            attempt++;
        }
        return id(channel, key, attempt);
    }

    private static String id(String channel, String key, int attempt) {
        return UUID.nameUUIDFromBytes(
                        "%s\n%s\n%d".formatted(channel, key, attempt).getBytes(UTF_8))
                .toString();
    }

    /** Whether its caller had the answer that it is not spoken, and so may try again. */
    boolean wasRefused(String id) {
        return book.find(id).filter(UtteranceIds::isRefused).isPresent();
    }

    private static boolean isRefused(UtteranceStatus status) {
        return status.state() == SpeechState.FAILED && !status.times().containsKey(SpeechState.ACCEPTED);
    }
}
