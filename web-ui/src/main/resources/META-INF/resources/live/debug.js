/**
 * Measurements for developers: frames per second, and how far the sound is ahead of the picture. The latest ones are in
 * `window.avatarSkews`, for programs.
 */

const RECENT = 50;
const KEPT = 5000;

/**
 * @typedef {object} Skew
 * @property {string} utterance
 * @property {number} position of the frame in the utterance's sound, in seconds
 * @property {number} skewMs how far the sound was ahead of it
 */

export class DebugView {
  #element;
  #player;
  #clock;
  #sound;
  /** @type {number[]} */
  #drawnAt = [];
  /** @type {Skew[]} */
  #skews = [];
  #lastTime = 0;
  #frameSeconds = 0.04;
  #shownAt = 0;

  /**
   * @param {HTMLElement} element
   * @param {import('./player.js').Player} player
   * @param {import('./clock.js').ChannelClock} clock
   * @param {import('./sound.js').Sound} sound
   */
  constructor(element, player, clock, sound) {
    this.#element = element;
    this.#player = player;
    this.#clock = clock;
    this.#sound = sound;
    element.hidden = false;
    Object.assign(window, { avatarSkews: this.#skews });
    player.addEventListener('draw', (event) => {
      const { frame, seenAt } = /** @type {CustomEvent} */ (event).detail;
      this.#onDraw(frame, seenAt);
    });
  }

  /** @param {import('./player.js').Frame} frame @param {number} seenAt */
  #onDraw(frame, seenAt) {
    this.#drawnAt = [...this.#drawnAt, seenAt].filter((at) => at > seenAt - 2000);
    const step = frame.time - this.#lastTime;
    this.#lastTime = frame.time;
    if (step > 0.005 && step < this.#frameSeconds * 1.5) {
      this.#frameSeconds += (step - this.#frameSeconds) * 0.1;
    }
    this.#measureSkew(frame, seenAt);
    if (seenAt - this.#shownAt > 250) {
      this.#shownAt = seenAt;
      this.#render(frame);
    }
  }

  /**
   * Positive: the sound leads. The frame's position is that of its middle, and it is first seen at its beginning.
   * @param {import('./player.js').Frame} frame
   * @param {number} seenAt
   */
  #measureSkew(frame, seenAt) {
    const shown = frame.part.number('x-audio-position');
    if (frame.utterance === null || shown === null) {
      return;
    }
    const heard = this.#sound.positionAt(frame.utterance, seenAt);
    if (heard !== null) {
      const skewMs = (heard + this.#frameSeconds / 2 - shown) * 1000;
      this.#skews.push({ utterance: frame.utterance, position: shown, skewMs });
      this.#skews.splice(0, this.#skews.length - KEPT);
    }
  }

  /** @param {import('./player.js').Frame} frame */
  #render(frame) {
    const fps = this.#drawnAt.length / 2;
    const sorted = this.#skews.slice(-RECENT).map(({ skewMs }) => skewMs).toSorted((a, b) => a - b);
    const [median = NaN, least = NaN, most = NaN] = [sorted[Math.floor(sorted.length / 2)], sorted[0], sorted.at(-1)];
    const skew = sorted.length === 0
      ? 'not measured yet'
      : `${median.toFixed(1)} ms (${least.toFixed(1)} … ${most.toFixed(1)})`;
    this.#element.dataset.fps = fps.toFixed(1);
    if (sorted.length > 0) {
      this.#element.dataset.skewMs = median.toFixed(1);
      this.#element.dataset.skewMinMs = least.toFixed(1);
      this.#element.dataset.skewMaxMs = most.toFixed(1);
    }
    this.#element.textContent = [
      `fps      ${fps.toFixed(1)} drawn, ${this.#player.dropped} dropped`,
      `A/V skew ${skew}`,
      `lead     ${this.#clock.lead.toFixed(0)} ms, jitter ${this.#clock.jitter.toFixed(0)} ms`,
      `frame    ${frame.part.text('x-frame') ?? '–'}  ${frame.part.text('x-viseme') ?? ''}`,
      `speech   ${frame.utterance ?? '–'}`,
      `sound    ${this.#sound.state}`,
    ].join('\n');
  }
}
