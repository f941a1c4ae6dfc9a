package avatar.pictures.encoding;

import java.util.Map;

/** An encoder of FFmpeg, and its options. */
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

    /** Settings for live streams, the only ones that are faster than real time; without lag every picture is shown. */
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

    /** Options of the container: an MP4 begins with its index, so that a browser plays it while it is loaded. */
    static Map<String, String> container(RenderFormat format) {
        return switch (format) {
            case MP4 -> Map.of("movflags", "+faststart");
            case WEBM -> Map.of();
        };
    }
}
