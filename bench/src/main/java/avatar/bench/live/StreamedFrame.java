package avatar.bench.live;

import org.jspecify.annotations.Nullable;

/**
 * A frame as a viewer got it.
 *
 * @param index of the base frame it shows
 * @param utteranceId that is spoken in it, if any
 * @param arrivedNanos when its last byte was there, by {@link System#nanoTime}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; nobody changes the bytes
record StreamedFrame(int index, @Nullable String utteranceId, byte[] jpeg, long arrivedNanos) {}
