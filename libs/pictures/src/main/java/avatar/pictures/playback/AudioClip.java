package avatar.pictures.playback;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * Sound that a channel is going to play: a segment's, or the rest of it.
 *
 * @param segment index of the segment in its utterance
 * @param soundsAt when its first sample is to be heard
 * @param samples mono PCM, signed 16 bit, little-endian; not to be read through this very buffer, but through a
 *     duplicate
 */
public record AudioClip(String utteranceId, int segment, Instant soundsAt, int sampleRateHz, ByteBuffer samples) {}
