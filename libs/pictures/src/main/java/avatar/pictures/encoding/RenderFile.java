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

/** A film in the making. The file is whole after {@link #finish}. For one thread. */
final class RenderFile implements AutoCloseable {

    private static final String UNWRITABLE = "The file can't be written";

    private final AVFormatContext context = new AVFormatContext(null);
    private final AVIOContext file = new AVIOContext(null);
    private @Nullable PictureTrack pictures;
    private @Nullable SoundTrack sound;

    private RenderFile() {}

    /**
     * Begins a file.
     *
     * @param from the size of the pictures that are put in
     * @param to that of the film
     */
    static RenderFile create(Path path, RenderFormat format, RenderSettings.Size from, RenderSettings.Size to, double fps) {
        avutil.av_log_set_level(avutil.AV_LOG_FATAL);
        RenderFile movie = new RenderFile();
        try {
            movie.open(path, format, from, to, fps);
            return movie;
        } catch (RuntimeException e) {
            movie.close();
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
     * Writes what is still inside; then the file is whole.
     *
     * @param length of the sound: it is filled up with silence
     */
    void finish(Duration length) {
        open(pictures).finish();
        open(sound).finish(length);
        Ffmpeg.check(av_write_trailer(context), UNWRITABLE);
        Ffmpeg.check(file.error(), UNWRITABLE);
        context.pb(null);
        // Some file systems tell only now that there is no room.
        Ffmpeg.check(avio_closep(file), UNWRITABLE);
    }

    private static <T> T open(@Nullable T track) {
        if (track == null) {
            throw new IllegalStateException("The film is not open");
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
