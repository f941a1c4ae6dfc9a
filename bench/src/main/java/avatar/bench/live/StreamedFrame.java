package avatar.bench.live;

import org.jspecify.annotations.Nullable;

/**
 * A frame as a viewer received it.
 *
 * @param index of the base frame it shows
 * @param utteranceId that speaks in it, if any
 * @param arrivedNanos the arrival of its last byte, by {@link System#nanoTime}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record StreamedFrame(int index, @Nullable String utteranceId, byte[] jpeg, long arrivedNanos) {}
