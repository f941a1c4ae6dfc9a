package avatar.bench.render;

import avatar.bench.reference.WholeFrames;
import avatar.bench.render.Making.Written;
import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.viseme.Viseme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.FrameRecorder;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;

/** A video in which every frame is composed completely, without sound, with the encoder of the service's renders. */
final class WholeRender implements Making.Writer {

    private static final int ANY_QUALITY = 80;

    private final AvatarBundle bundle;
    private final List<Viseme> visemes;
    private final Path file;

    /** @param visemes of the mouth, frame after frame */
    WholeRender(AvatarBundle bundle, List<Viseme> visemes, Path file) {
        this.bundle = bundle;
        this.visemes = visemes;
        this.file = file;
    }

    @Override
    public Written write() {
        AvatarManifest manifest = bundle.manifest();
        try (WholeFrames frames = new WholeFrames(bundle, ANY_QUALITY);
                FFmpegFrameRecorder recorder = recorder(manifest);
                OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
            recorder.start();
            for (Viseme viseme : visemes) {
                Mat frame = frames.decode();
                frames.layOn(frame, viseme, 1);
                recorder.record(converter.convert(frame));
            }
            recorder.stop();
            return new Written(visemes.size() / manifest.fps(), Files.size(file));
        } catch (FrameRecorder.Exception e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FFmpegFrameRecorder recorder(AvatarManifest manifest) {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), manifest.width(), manifest.height(), 0);
        recorder.setFormat("mp4");
        recorder.setFrameRate(manifest.fps());
        recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
        recorder.setVideoCodecName("libopenh264");
        recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
        recorder.setGopSize((int) (5 * manifest.fps()));
        recorder.setVideoOption("profile", "high");
        recorder.setVideoOption("rc_mode", "quality");
        recorder.setVideoOption("qmin", "20");
        recorder.setVideoOption("qmax", "20");
        recorder.setVideoOption("allow_skip_frames", "0");
        recorder.setVideoOption("threads", "1");
        return recorder;
    }
}
