/**
 * Maps the channel's clock to this page's. Frames come over the network more or less late; the fastest ones show how far
 * the two clocks are apart, and a small lead on top lets the slower ones arrive before their time.
 */

const SMALLEST_LEAD_MS = 150;
const LARGEST_LEAD_MS = 600;
/** How much more than the jitter seen the lead is. */
const MARGIN_MS = 40;
/** The fastest frame of the last one to two of these counts. */
const WINDOW_MS = 5000;
/** The jitter is measured over so many frames, */
const RECENT = 125;
/** and so many of them may be later: a rare stall costs a few frames, but a long lead makes every Stop late. */
const ON_TIME = 0.95;
/** The clock is corrected by so much per frame at most: 4 % of the speed at 25 fps, nobody sees it. */
const STEP_MS = 1.6;
/** A frame that comes so much faster than all others means that this machine's clock stood still, as in sleep. */
const JUMP_MS = 700;
/** Servers' clocks differ by less; a larger difference is followed at once. */
const SAME_CLOCK_MS = 300;

/** @typedef {{ since: number, fastest: number }} Window how early the earliest frame of a stretch of time came */

export class ChannelClock {
  /** @type {Window | null} */
  #window = null;
  /** @type {Window | null} */
  #windowBefore = null;
  /** @type {number[]} how far the page's clock was ahead of the channel's when the last frames came, in milliseconds */
  #offsets = [];
  /** @type {number | null} milliseconds from the channel's time to the time it is shown */
  #delay = null;

  /** Forgets everything, for a new connection. */
  reset() {
    this.#window = null;
    this.#windowBefore = null;
    this.#offsets = [];
    this.#delay = null;
  }

  get isSet() {
    return this.#delay !== null;
  }

  /** How much later than the fastest frame nearly all frames of late are at most, in milliseconds. */
  get jitter() {
    const sorted = this.#offsets.toSorted((a, b) => a - b);
    return sorted.length === 0 ? 0 : sorted[Math.floor(ON_TIME * (sorted.length - 1))] - this.#fastest();
  }

  /** How long before its time a frame that comes without delay is here, in milliseconds. */
  get lead() {
    return this.#delay === null ? 0 : this.#delay - this.#fastest();
  }

  /**
   * Whether a frame of another sender goes by the clock of the frames so far.
   * @param {number} channelSeconds when it is due
   * @param {number} arrivedMs when it came, in this page's time
   */
  fits(channelSeconds, arrivedMs) {
    return Math.abs(arrivedMs - channelSeconds * 1000 - this.#fastest()) < SAME_CLOCK_MS;
  }

  /**
   * Takes the arrival of a frame.
   * @param {number} channelSeconds when it is due, in the channel's time
   * @param {number} arrivedMs when it came, in this page's time (performance.now)
   */
  observe(channelSeconds, arrivedMs) {
    const offset = arrivedMs - channelSeconds * 1000;
    if (offset < this.#fastest() - JUMP_MS) {
      this.reset();
    }
    if (this.#window === null || arrivedMs - this.#window.since > WINDOW_MS) {
      this.#windowBefore = this.#window;
      this.#window = { since: arrivedMs, fastest: offset };
    }
    this.#window.fastest = Math.min(this.#window.fastest, offset);
    this.#offsets = [...this.#offsets.slice(1 - RECENT), offset];
    const wanted = this.#fastest() + Math.min(LARGEST_LEAD_MS, Math.max(SMALLEST_LEAD_MS, this.jitter + MARGIN_MS));
    this.#delay ??= wanted;
    this.#delay += Math.min(STEP_MS, Math.max(-STEP_MS, wanted - this.#delay));
  }

  /** When to show a moment of the channel, in this page's time. @param {number} channelSeconds */
  timeOf(channelSeconds) {
    return channelSeconds * 1000 + (this.#delay ?? 0);
  }

  /** The moment of the channel that is shown at a time of this page. @param {number} ms */
  channelTimeAt(ms) {
    return (ms - (this.#delay ?? 0)) / 1000;
  }

  #fastest() {
    return Math.min(this.#window?.fastest ?? Infinity, this.#windowBefore?.fastest ?? Infinity);
  }
}
