/** What a developer wants to see: frames per second, and how far the sound is ahead of the picture. */

const RECENT = 50;

export class DebugView {
  #element;
  #player;
  #clock;
  #sound;
  #drawnAt = [];
  #skews = [];
  #lastTime = 0;
  #frameSeconds = 0.04;
  #shownAt = 0;

  constructor(element, player, clock, sound) {
    this.#element = element;
    this.#player = player;
    this.#clock = clock;
    this.#sound = sound;
    element.hidden = false;
    player.addEventListener('draw', ({ detail }) => this.#onDraw(detail.frame, detail.seenAt));
  }

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

  /** Positive: the sound leads. The frame's position is that of its middle, and it is first seen at its beginning. */
  #measureSkew(frame, seenAt) {
    const shown = frame.part.number('x-audio-position');
    if (frame.utterance === null || shown === null) {
      return;
    }
    const heard = this.#sound.positionAt(frame.utterance, seenAt);
    if (heard !== null) {
      this.#skews.push((heard + this.#frameSeconds / 2 - shown) * 1000);
      this.#skews = this.#skews.slice(-RECENT);
    }
  }

  #render(frame) {
    const fps = this.#drawnAt.length / 2;
    const sorted = this.#skews.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)];
    const skew = median === undefined
      ? 'not measured yet'
      : `${median.toFixed(1)} ms (${sorted[0].toFixed(1)} … ${sorted.at(-1).toFixed(1)})`;
    this.#element.dataset.fps = fps.toFixed(1);
    if (median !== undefined) {
      this.#element.dataset.skewMs = median.toFixed(1);
      this.#element.dataset.skewMinMs = sorted[0].toFixed(1);
      this.#element.dataset.skewMaxMs = sorted.at(-1).toFixed(1);
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
