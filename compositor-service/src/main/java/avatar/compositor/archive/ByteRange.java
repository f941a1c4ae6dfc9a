package avatar.compositor.archive;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a request asks for (RFC 9110, 14.1.2).
 *
 * @param end after the last byte
 */
record ByteRange(int start, int end) {

    /** More digits than any file here has bytes would only overflow. */
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    /**
     * Reads the header.
     *
     * @return empty for the whole file: without a header, or with one that this server need not understand
     * @throws AvatarException {@link ErrorCode#INVALID_RANGE} if no byte of the file is in it
     */
    static Optional<ByteRange> of(@Nullable String header, int length) {
        Matcher range = SINGLE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        long first;
        long last = length - 1L;
        if (range.group(1).isEmpty()) {
            long suffix = Long.parseLong(range.group(2));
            first = suffix == 0 ? length : Math.max(0, length - suffix);
        } else {
            first = Long.parseLong(range.group(1));
            if (!range.group(2).isEmpty()) {
                long asked = Long.parseLong(range.group(2));
                if (asked < first) {
                    return Optional.empty();
                }
                last = Math.min(last, asked);
            }
        }
        if (first >= length) {
            throw new AvatarException(
                    ErrorCode.INVALID_RANGE,
                    "Invalid range: found '%s', expected bytes of a file of %d".formatted(header, length));
        }
        return Optional.of(new ByteRange((int) first, (int) last + 1));
    }

    String contentRange(int length) {
        return "bytes %d-%d/%d".formatted(start, end - 1, length);
    }
}
