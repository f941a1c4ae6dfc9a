package avatar.pictures.encoding;

import static org.bytedeco.ffmpeg.global.avutil.AV_ERROR_MAX_STRING_SIZE;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/** Error handling and options for calls of FFmpeg. */
final class Ffmpeg {

    private Ffmpeg() {}

    /**
     * Returns a result that is no error.
     *
     * @throws AvatarException {@link ErrorCode#RENDER_FAILED}
     */
    static int check(int result, String what) {
        if (result < 0) {
            throw failed("%s: %s".formatted(what, explained(result)));
        }
        return result;
    }

    /** Returns a pointer that is not null; FFmpeg returns null for an unknown name, or where memory ends. */
    static <T extends Pointer> T requirePresent(T pointer, String what) {
        if (pointer == null || pointer.isNull()) {
            throw failed("%s: absent from FFmpeg, or no memory left for it".formatted(what));
        }
        return pointer;
    }

    static AvatarException failed(String detail) {
        return new AvatarException(ErrorCode.RENDER_FAILED, detail);
    }

    /** Options as FFmpeg reads them; to be freed by the caller. */
    static AVDictionary dictionary(Map<String, String> options) {
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((name, value) -> avutil.av_dict_set(dictionary, name, value, 0));
        return dictionary;
    }

    /** Fails for options that the encoder did not know. */
    static void requireTaken(AVDictionary options, String by) {
        if (avutil.av_dict_count(options) > 0) {
            throw new IllegalStateException("%s does not know %d options".formatted(by, avutil.av_dict_count(options)));
        }
    }

    private static String explained(int error) {
        byte[] text = new byte[AV_ERROR_MAX_STRING_SIZE];
        av_strerror(error, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
