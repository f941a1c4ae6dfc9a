const USUAL_RATE_HZ = 16_000;

/**
 * The samples of an audio part of the stream: s16le, mono.
 * @param {AudioContext} context
 * @param {import('./multipart.js').Part} part
 * @returns {AudioBuffer | null} null where there are none
 */
export function decode(context, part) {
  const rate = Number(/rate=(\d+)/.exec(part.text('content-type') ?? '')?.[1] ?? USUAL_RATE_HZ);
  const samples = Math.floor(part.body.length / 2);
  if (samples === 0) {
    return null;
  }
  const buffer = context.createBuffer(1, samples, rate);
  const channel = buffer.getChannelData(0);
  const pcm = new DataView(part.body.buffer, part.body.byteOffset, samples * 2);
  for (let i = 0; i < samples; i++) {
    channel[i] = pcm.getInt16(i * 2, true) / 32768;
  }
  return buffer;
}
