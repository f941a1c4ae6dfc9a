package avatar.pictures.encoding;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** A render while it is written; the file is complete after {@link #finish}. For one thread. */
final class RenderFile implements AutoCloseable {

    private static final String UNWRITABLE = "The file can't be written";

    private final AVFormatContext context = new AVFormatContext(null);
    private final AVIOContext file = new AVIOContext(null);
    private @Nullable PictureTrack pictures;
    private @Nullable SoundTrack sound;

    private RenderFile() {}

    /**
     * Creates a file.
     *
     * @param from the size of the frames that are written
     * @param to the size of the render
     */
    static RenderFile create(
            Path path, RenderFormat format, RenderSettings.Size from, RenderSettings.Size to, double fps) {
        avutil.av_log_set_level(avutil.AV_LOG_FATAL);
        RenderFile created = new RenderFile();
        try {
            created.open(path, format, from, to, fps);
            return created;
        } catch (RuntimeException e) {
            created.close();
            throw e;
        }
    }

    private void open(Path path, RenderFormat format, RenderSettings.Size from, RenderSettings.Size to, double fps) {
        // So that no part of a name is taken for a protocol.
        String url = "file:" + path.toAbsolutePath();
        Ffmpeg.check(
                avformat_alloc_output_context2(context, (AVOutputFormat) null, format.extension(), url),
                format.extension());
        Ffmpeg.check(avio_open(file, url, AVIO_FLAG_WRITE), "'%s' can't be written".formatted(path));
        context.pb(file);
        pictures = new PictureTrack(context, format, from, to, fps);
        sound = new SoundTrack(context, format);
        AVDictionary options = Ffmpeg.dictionary(Codec.container(format));
        try {
            Ffmpeg.check(avformat_write_header(context, options), UNWRITABLE);
            Ffmpeg.requireTaken(options, format.extension());
        } finally {
            av_dict_free(options);
        }
    }

    void write(ByteBuffer jpeg) {
        open(pictures).write(jpeg);
    }

    /** As {@link SoundTrack#add}. */
    void write(Duration at, int sampleRateHz, ByteBuffer pcm) {
        open(sound).add(at, sampleRateHz, pcm);
    }

    /**
     * Writes the data that the encoders still hold, and completes the file.
     *
     * @param length of the sound, which is filled up with silence
     */
    void finish(Duration length) {
        open(pictures).finish();
        open(sound).finish(length);
        Ffmpeg.check(av_write_trailer(context), UNWRITABLE);
        Ffmpeg.check(file.error(), UNWRITABLE);
        context.pb(null);
        // Some file systems report a full disk only now.
        Ffmpeg.check(avio_closep(file), UNWRITABLE);
    }

    private static <T> T open(@Nullable T track) {
        if (track == null) {
            throw new IllegalStateException("The render is not open");
        }
        return track;
    }

    @Override
    public void close() {
        if (sound != null) {
            sound.close();
            sound = null;
        }
        if (pictures != null) {
            pictures.close();
            pictures = null;
        }
        if (!file.isNull()) {
            avio_closep(file);
        }
        avformat_free_context(context);
    }
}
