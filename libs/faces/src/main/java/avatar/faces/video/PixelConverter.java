package avatar.faces.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FAST_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_isSupportedInput;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Converts decoded pictures of one size and format to BGR of another size, with the colour matrix of the video.
 *
 * <p>JavaCV's own conversion treats every video as BT.601; this one treats only untagged videos so, as FFmpeg and
 * OpenCV do.
 */
final class PixelConverter implements AutoCloseable {

    /** Full chroma at both ends and exact rounding: a few milliseconds a picture for exact edges of the lips. */
    static final int QUALITY_FLAGS = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP | SWS_FULL_CHR_H_INT;

    /** The nearest chroma, rounded a shade up or down: a tenth of the time, and brightness is not affected. */
    private static final int QUICK_FLAGS = SWS_FAST_BILINEAR;

    private static final int ONE = 1 << 16;

    private final PictureSize from;
    private final int format;
    private final PictureSize to;
    private final SwsContext context;
    private final BytePointer pixels;
    private final PointerPointer<BytePointer> planes;
    private final IntPointer strides;

    private PixelConverter(AVFrame like, PictureSize to, SwsContext context) {
        this.from = PictureSize.of(like);
        this.format = like.format();
        this.to = to;
        this.context = context;
        // swscale writes whole vectors, so the last row may be overrun by some bytes.
        this.pixels = new BytePointer((long) to.width() * to.height() * BgrImage.BYTES_PER_PIXEL + 64);
        // One plane, but swscale reads the entries of four.
        this.planes = new PointerPointer<>(pixels, null, null, null);
        this.strides = new IntPointer(new int[] {to.width() * BgrImage.BYTES_PER_PIXEL, 0, 0, 0});
    }

    static boolean canConvert(AVFrame picture) {
        return sws_isSupportedInput(picture.format()) > 0;
    }

    /**
     * A converter of pictures like {@code first}, which can be converted.
     *
     * @param to size of the converted pictures
     * @param isQuick whether colours need not be exact
     */
    static PixelConverter forPicturesLike(AVFrame first, PictureSize to, boolean isQuick) {
        SwsContext context = sws_getContext(
                first.width(),
                first.height(),
                first.format(),
                to.width(),
                to.height(),
                AV_PIX_FMT_BGR24,
                isQuick ? QUICK_FLAGS : QUALITY_FLAGS,
                null,
                null,
                (DoublePointer) null);
        if (context == null || context.isNull()) {
            throw new IllegalStateException("No conversion to BGR from pixel format " + first.format());
        }
        // swscale takes an untagged matrix for BT.601.
        IntPointer coefficients = sws_getCoefficients(first.colorspace());
        int fullRange = first.color_range() == AVCOL_RANGE_JPEG ? 1 : 0;
        sws_setColorspaceDetails(context, coefficients, fullRange, coefficients, 1, 0, ONE, ONE);
        return new PixelConverter(first, to, context);
    }

    boolean fits(AVFrame frame) {
        return PictureSize.of(frame).equals(from) && frame.format() == format;
    }

    BgrImage convert(AVFrame frame) {
        sws_scale(context, frame.data(), frame.linesize(), 0, from.height(), planes, strides);
        byte[] bgr = new byte[to.width() * to.height() * BgrImage.BYTES_PER_PIXEL];
        pixels.position(0).get(bgr);
        return new BgrImage(to.width(), to.height(), bgr);
    }

    @Override
    public void close() {
        sws_freeContext(context);
        strides.close();
        planes.close();
        pixels.close();
    }
}
