package avatar.compositor.stream;

import io.netty.buffer.ByteBuf;

/** An audio part on its way, and whose words it is. */
record Sound(String utteranceId, ByteBuf part) {}
