package avatar.pictures.encoding;

import java.util.Map;

/** An encoder of FFmpeg, and how it is set. */
record Codec(String encoder, Map<String, String> options) {

    /** One quantiser for every picture, so that none suffers for another, and the rate follows the pictures. */
    private static final Codec H264 = new Codec(
            "libopenh264",
            Map.of(
                    "profile", "high",
                    "rc_mode", "quality",
                    "qmin", "20",
                    "qmax", "20",
                    "allow_skip_frames", "0",
                    "slices", "1"));

    /** As for a live stream, which is the only way to be faster than it; no picture is hidden in another. */
    private static final Codec VP9 = new Codec(
            "libvpx-vp9", Map.of("deadline", "realtime", "cpu-used", "7", "crf", "28", "b", "0", "lag-in-frames", "0"));

    private static final Codec AAC = new Codec("aac", Map.of("b", "96000"));

    private static final Codec OPUS = new Codec("libopus", Map.of("b", "64000"));

    static Codec ofPictures(RenderFormat format) {
        return switch (format) {
            case MP4 -> H264;
            case WEBM -> VP9;
        };
    }

    static Codec ofSound(RenderFormat format) {
        return switch (format) {
            case MP4 -> AAC;
            case WEBM -> OPUS;
        };
    }

    /** Of the container: an MP4 begins with its index, so that a browser plays it before all of it is there. */
    static Map<String, String> container(RenderFormat format) {
        return switch (format) {
            case MP4 -> Map.of("movflags", "+faststart");
            case WEBM -> Map.of();
        };
    }
}
