package avatar.speech.recording;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.speech.audio.AudioDecoder;
import avatar.speech.audio.AudioFormat;
import avatar.speech.audio.PcmClip;
import java.time.Duration;

/** Decodes and checks recordings of speech, with the same rules for uploads and workers. */
public final class Recordings {

    /** A shorter recording can't contain a word. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final long maxBytes;
    private final Duration longest;

    /** Accepts files of at most {@code maxBytes}, and sound of at most {@code longest}. */
    public Recordings(long maxBytes, Duration longest) {
        this.maxBytes = maxBytes;
        this.longest = longest;
    }

    /**
     * Checks the size of a file before it is read.
     *
     * @throws AvatarException {@link ErrorCode#RECORDING_TOO_LARGE}
     */
    public void requireSmall(long bytes) {
        if (bytes > maxBytes) {
            throw new AvatarException(
                    ErrorCode.RECORDING_TOO_LARGE,
                    "Expected a recording of at most %d bytes, found %d".formatted(maxBytes, bytes));
        }
    }

    /**
     * Decodes a recording.
     *
     * @throws AvatarException {@link ErrorCode#RECORDING_TOO_LARGE}; {@link ErrorCode#UNSUPPORTED_MEDIA_TYPE} if the
     *     file is in no supported format; {@link ErrorCode#INVALID_AUDIO} if it is broken, too long, too short or
     *     silent
     */
    public PcmClip soundOf(byte[] file) {
        requireSmall(file.length);
        AudioFormat format = AudioFormat.of(file)
                .orElseThrow(() -> new AvatarException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "Expected a recording as WAV, MP3 or OGG, found %d bytes that are none of these"
                                .formatted(file.length)));
        PcmClip sound = AudioDecoder.decode(file, format, longest);
        if (sound.duration().compareTo(SHORTEST) < 0) {
            throw new AvatarException(
                    ErrorCode.INVALID_AUDIO,
                    "Expected at least %d ms of sound, found %d ms"
                            .formatted(SHORTEST.toMillis(), sound.duration().toMillis()));
        }
        if (sound.isSilent()) {
            throw new AvatarException(
                    ErrorCode.INVALID_AUDIO,
                    "Expected speech, found %d ms of silence"
                            .formatted(sound.duration().toMillis()));
        }
        return sound;
    }
}
