package avatar.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;

/**
 * The one way files from untrusted sources are opened with FFmpeg: containers, codecs and protocols are on lists, and
 * FFmpeg itself refuses every decoder that is not, whichever stream, cover or nested file asks for it.
 */
public final class MediaOpening implements AutoCloseable {

    /** No stream has this number, so no decoder is opened. */
    private static final int NO_STREAM = Integer.MAX_VALUE;

    private final Path file;
    private final AllowedMedia allowed;
    private final boolean isTemporary;

    private MediaOpening(Path file, AllowedMedia allowed, boolean isTemporary) {
        this.file = file;
        this.allowed = allowed;
        this.isTemporary = isTemporary;
        // Failures are reported by exceptions.
        av_log_set_level(AV_LOG_QUIET);
    }

    /** An opening of a file on disk, which can refer to no other file. */
    public static MediaOpening of(Path file, AllowedMedia allowed) {
        return new MediaOpening(file, allowed, false);
    }

    /**
     * An opening of a file in memory, in the first of the allowed containers. It is a temporary file until this is
     * closed: JavaCV's reader of streams allocates as many bytes as a header pretends to have.
     */
    public static MediaOpening of(byte[] file, AllowedMedia allowed) {
        try {
            Path copy = Files.createTempFile("media", null);
            Files.write(copy, file);
            return new MediaOpening(copy, allowed, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The streams by the headers of the file; none if it is in no allowed container. */
    public List<MediaStream> streams() {
        FFmpegFrameGrabber grabber = restricted();
        grabber.setVideoStream(NO_STREAM);
        grabber.setAudioStream(NO_STREAM);
        try (grabber) {
            return start(grabber);
        } catch (FrameGrabber.Exception e) {
            throw new IllegalStateException("A grabber without open decoders can't fail to close", e);
        }
    }

    /** JavaCV fails without a stream to decode, but has read the headers before. */
    private List<MediaStream> start(FFmpegFrameGrabber grabber) {
        try {
            grabber.start();
        } catch (FrameGrabber.Exception e) {
            AVFormatContext file = grabber.getFormatContext();
            return file == null || file.isNull() ? List.of() : streamsOf(file);
        }
        throw new IllegalStateException("JavaCV decodes a stream, though none was chosen");
    }

    private List<MediaStream> streamsOf(AVFormatContext file) {
        List<MediaStream> streams = new ArrayList<>();
        for (int i = 0; i < file.nb_streams(); i++) {
            streams.add(streamOf(file.streams(i)));
        }
        return streams;
    }

    private MediaStream streamOf(AVStream stream) {
        AVCodecParameters parameters = stream.codecpar();
        AVCodec decoder = avcodec_find_decoder(parameters.codec_id());
        boolean isAllowed = decoder != null
                && !decoder.isNull()
                && allowed.decoders().contains(decoder.name().getString());
        return new MediaStream(
                kindOf(stream),
                avcodec_get_name(parameters.codec_id()).getString(),
                isAllowed,
                parameters.width(),
                parameters.height());
    }

    private static MediaStream.Kind kindOf(AVStream stream) {
        int type = stream.codecpar().codec_type();
        if (type == AVMEDIA_TYPE_VIDEO) {
            boolean isCover = (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
            return isCover ? MediaStream.Kind.COVER : MediaStream.Kind.PICTURES;
        }
        return type == AVMEDIA_TYPE_AUDIO ? MediaStream.Kind.SOUND : MediaStream.Kind.OTHER;
    }

    /**
     * Opens the file and the decoders of its first pictures and sound.
     *
     * @param settings of JavaCV, made before
     * @throws FrameGrabber.Exception if it can't be read, or its codec is not allowed
     */
    public FFmpegFrameGrabber open(Consumer<FFmpegFrameGrabber> settings) throws FrameGrabber.Exception {
        FFmpegFrameGrabber grabber = restricted();
        settings.accept(grabber);
        try {
            grabber.start();
            return grabber;
        } catch (FrameGrabber.Exception e) {
            grabber.close();
            throw e;
        }
    }

    /** Restricts the probing of streams by options of the file, and decoding by options of the decoders. */
    private FFmpegFrameGrabber restricted() {
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile());
        if (isTemporary) {
            grabber.setFormat(allowed.containers().getFirst());
        }
        grabber.setOption("format_whitelist", String.join(",", allowed.containers()));
        grabber.setOption("protocol_whitelist", "file");
        grabber.setOption("codec_whitelist", allowed.decoderList());
        grabber.setVideoOption("codec_whitelist", allowed.decoderList());
        grabber.setAudioOption("codec_whitelist", allowed.decoderList());
        return grabber;
    }

    /** Deletes the temporary file; a grabber that is open reads on. */
    @Override
    public void close() {
        if (isTemporary) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
