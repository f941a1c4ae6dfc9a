/** The loudness of an utterance over time, as it is drawn. */

export const PEAKS_PER_SECOND = 100;

/** Takes the sound piece by piece as it is played, or the complete file. */
export class Wave {
  /** @type {number[]} the loudest of each hundredth of a second, 0 to 1 */
  peaks = [];
  #segments = 0;
  #seconds = 0;

  /** Up to where it is known, in seconds. */
  get duration() {
    return this.#seconds;
  }

  /**
   * Takes a segment; one that does not follow those before is ignored, as its place is unknown.
   * @param {number} segment its number in the utterance
   * @param {number} rate samples a second
   * @param {Uint8Array} pcm s16le, mono
   */
  add(segment, rate, pcm) {
    if (segment === this.#segments) {
      this.#segments++;
      this.#append(rate, new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength));
    }
  }

  /** Takes all of it in place of what was known. @param {ArrayBuffer} wav mono s16 */
  load(wav) {
    const file = new DataView(wav);
    let rate = 0;
    for (let at = 12; at + 8 <= file.byteLength; at += 8 + file.getUint32(at + 4, true)) {
      const chunk = String.fromCharCode(...new Uint8Array(wav, at, 4));
      if (chunk === 'fmt ') {
        rate = file.getUint32(at + 12, true);
      } else if (chunk === 'data' && rate > 0) {
        const length = Math.min(file.getUint32(at + 4, true), file.byteLength - at - 8);
        this.peaks = [];
        this.#seconds = 0;
        this.#append(rate, new DataView(wav, at + 8, length));
        return;
      }
    }
  }

  /** @param {number} rate @param {DataView} pcm */
  #append(rate, pcm) {
    const samples = Math.floor(pcm.byteLength / 2);
    for (let sample = 0; sample < samples; sample++) {
      const peak = Math.floor((this.#seconds + sample / rate) * PEAKS_PER_SECOND);
      this.peaks[peak] = Math.max(this.peaks[peak] ?? 0, Math.abs(pcm.getInt16(sample * 2, true)) / 32768);
    }
    this.#seconds += samples / rate;
  }
}
