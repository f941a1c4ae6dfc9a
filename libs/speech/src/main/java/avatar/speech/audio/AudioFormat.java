package avatar.speech.audio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import avatar.media.AllowedMedia;
import java.util.List;
import java.util.Optional;

/** A supported sound file format, recognised by the first bytes of a file, never by its name. */
public enum AudioFormat {
    WAV("wav", "pcm_s16le", "pcm_u8", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_f64le", "pcm_alaw", "pcm_mulaw"),
    OGG("ogg", "vorbis", "opus", "flac", "libvorbis", "libopus"),
    MP3("mp3", "mp3", "mp3float");

    @SuppressWarnings("ImmutableEnumChecker") // copies its lists
    private final AllowedMedia allowed;

    AudioFormat(String demuxer, String... decoders) {
        this.allowed = new AllowedMedia(List.of(demuxer), List.of(decoders));
    }

    /** The format of {@code file}; empty if it is not supported. */
    public static Optional<AudioFormat> of(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, 12), ISO_8859_1);
        if (head.startsWith("RIFF") && head.startsWith("WAVE", 8)) {
            return Optional.of(WAV);
        }
        if (head.startsWith("OggS")) {
            return Optional.of(OGG);
        }
        return head.startsWith("ID3") || isMpegFrame(file) ? Optional.of(MP3) : Optional.empty();
    }

    /** The container, and the codecs of usual recordings in it. */
    AllowedMedia allowed() {
        return allowed;
    }

    /** Whether the file starts with an MPEG frame: eleven sync bits and a layer (ISO 11172-3, 2.4.2.3). */
    private static boolean isMpegFrame(byte[] file) {
        return file.length > 3 && file[0] == (byte) 0xFF && (file[1] & 0xE0) == 0xE0 && (file[1] & 0x06) != 0;
    }
}
