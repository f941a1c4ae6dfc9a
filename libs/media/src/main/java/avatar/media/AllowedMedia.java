package avatar.media;

import java.util.List;

/**
 * The containers and codecs that may be read, by the names of FFmpeg's demuxers and decoders. FFmpeg has 400 decoders,
 * most for files that nobody sends and few people test; every one of them could be chosen by a file otherwise.
 *
 * @param decoders of the streams that are used; those of all other streams stay closed
 */
public record AllowedMedia(List<String> containers, List<String> decoders) {

    /**
     * Videos: what phones, cameras, browsers and editors write. Playlists are not among the containers: they name other
     * files and addresses.
     */
    public static final AllowedMedia VIDEO = new AllowedMedia(
            List.of("mov", "matroska", "avi", "mpeg", "mpegts", "flv", "ogg", "asf", "gif"),
            List.of(
                    "h264",
                    "hevc",
                    "vp8",
                    "vp9",
                    "av1",
                    "libaom-av1",
                    "libdav1d",
                    "mpeg4",
                    "mpeg2video",
                    "mpeg1video",
                    "h263",
                    "flv",
                    "theora",
                    "wmv1",
                    "wmv2",
                    "wmv3",
                    "vc1",
                    "mjpeg",
                    "prores",
                    "dnxhd",
                    "dvvideo",
                    "png",
                    "gif"));

    /** The base video of an avatar bundle. */
    public static final AllowedMedia BASE_VIDEO = new AllowedMedia(List.of("mov"), List.of("h264", "mpeg4"));

    public AllowedMedia {
        containers = List.copyOf(containers);
        decoders = List.copyOf(decoders);
    }

    /** The decoders as FFmpeg's options and error messages have them. */
    public String decoderList() {
        return String.join(",", decoders);
    }
}
