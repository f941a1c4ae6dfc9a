package avatar.compositor.stream;

import io.netty.buffer.ByteBuf;

/** An audio part on its way to a viewer, and its utterance. */
record Sound(String utteranceId, ByteBuf part) {}
