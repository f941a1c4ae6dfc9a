import { element } from '../dom.js';
import { HEIGHT, PIXELS_PER_SECOND, Painter } from './painter.js';
import { PatchView } from './patch.js';

/**
 * The timeline of an utterance, which scrolls with the sound. For keyboards and screen readers it is a slider along the
 * mouth shapes.
 */

/** @typedef {import('./utterance.js').Timeline} Timeline */

/** After a gesture on the timeline, it does not scroll by itself for so long. */
const LOOKING_MS = 4000;
const STEPS = new Map([['ArrowRight', 1], ['ArrowUp', 1], ['ArrowLeft', -1], ['ArrowDown', -1], ['PageDown', -10], ['PageUp', 10]]);

export class TimelineView {
  #section = element('timeline', HTMLElement);
  #note = element('timeline-note', HTMLElement);
  #scroller = element('timeline-scroller', HTMLElement);
  #room = element('timeline-room', HTMLElement);
  #painter = new Painter(element('timeline-canvas', HTMLCanvasElement));
  #patch = new PatchView();
  /** @type {Timeline | null} */
  #timeline = null;
  /** @type {import('./wave.js').Wave | null} */
  #wave = null;
  /** @type {number | null} */
  #position = null;
  #selected = -1;
  #lookedAt = -Infinity;
  #isPainting = false;

  constructor() {
    const scroller = this.#scroller;
    element('timeline-canvas', HTMLCanvasElement).style.height = `${HEIGHT}px`;
    scroller.addEventListener('scroll', () => this.#paintSoon());
    for (const gesture of ['wheel', 'pointerdown', 'keydown']) {
      scroller.addEventListener(gesture, () => { this.#lookedAt = performance.now(); }, { passive: true });
    }
    scroller.addEventListener('click', (click) => this.#selectAt(click.clientX));
    scroller.addEventListener('keydown', (key) => this.#onKey(key));
    new ResizeObserver(() => this.#paintSoon()).observe(scroller);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#paintSoon());
    this.clear('Sound, words and mouth shapes of a text are drawn here as it is spoken.');
  }

  /** Empty, for a reason. @param {string} why */
  clear(why) {
    this.#timeline = null;
    this.#note.textContent = why;
    this.#section.dataset.timeline = 'none';
    this.#scroller.tabIndex = -1;
    this.#room.style.width = '0';
    this.#select(-1);
  }

  /** Another utterance, or more of the same one. @param {Timeline} timeline @param {import('./wave.js').Wave} wave */
  show(timeline, wave) {
    if (timeline.utteranceId !== this.#timeline?.utteranceId) {
      this.#position = null;
      this.#select(-1);
      this.#scroller.scrollLeft = 0;
    }
    this.#timeline = timeline;
    this.#wave = wave;
    this.#note.textContent = `${timeline.duration.toFixed(1)} s · ${timeline.cues.length} mouth shapes${timeline.complete ? '' : ' · more is coming'}`;
    this.#room.style.width = `${Math.ceil(timeline.duration * PIXELS_PER_SECOND)}px`;
    Object.assign(this.#section.dataset, {
      timeline: timeline.complete ? 'complete' : 'growing',
      utterance: timeline.utteranceId,
    });
    this.#scroller.tabIndex = 0;
    this.#describeValue();
    this.#paintSoon();
  }

  /** The sound is there now. @param {string} utterance @param {number | null} position in seconds; null when it is over */
  play(utterance, position) {
    if (utterance === this.#timeline?.utteranceId && position !== this.#position) {
      this.#position = position;
      this.#section.dataset.position = position === null ? '' : position.toFixed(3);
      this.#follow();
      this.#paintSoon();
    }
  }

  /** Turns the page when the sound comes to its edge. */
  #follow() {
    if (this.#position === null || performance.now() - this.#lookedAt < LOOKING_MS) {
      return;
    }
    const x = this.#position * PIXELS_PER_SECOND;
    const { scrollLeft, clientWidth } = this.#scroller;
    if (x < scrollLeft || x > scrollLeft + clientWidth * 0.9) {
      this.#scroller.scrollLeft = x - clientWidth * 0.1;
    }
  }

  #paintSoon() {
    if (!this.#isPainting) {
      this.#isPainting = true;
      requestAnimationFrame(() => {
        this.#isPainting = false;
        this.#paint();
      });
    }
  }

  #paint() {
    const width = this.#scroller.clientWidth;
    if (this.#timeline !== null && width > 0) {
      this.#painter.paint({
        timeline: this.#timeline,
        peaks: this.#wave?.peaks ?? [],
        from: this.#scroller.scrollLeft / PIXELS_PER_SECOND,
        width,
        position: this.#position,
        selected: this.#selected,
      });
    }
  }

  /** @param {number} clientX */
  #selectAt(clientX) {
    const x = clientX - this.#scroller.getBoundingClientRect().left + this.#scroller.scrollLeft;
    const at = x / PIXELS_PER_SECOND;
    this.#select(this.#timeline?.cues.findIndex((cue) => cue.start <= at && at < cue.end) ?? -1);
  }

  /** @param {KeyboardEvent} key */
  #onKey(key) {
    const last = (this.#timeline?.cues.length ?? 0) - 1;
    const ends = new Map([['Home', 0], ['End', last]]);
    const next = ends.get(key.key) ?? (STEPS.has(key.key) ? this.#selected + (STEPS.get(key.key) ?? 0) : null);
    if (next !== null && last >= 0) {
      key.preventDefault();
      this.#select(Math.max(0, Math.min(last, next)));
    }
  }

  /** @param {number} index of the cue; -1 for none */
  #select(index) {
    this.#selected = index;
    const cue = this.#timeline?.cues[index];
    if (this.#timeline && cue) {
      this.#patch.show(this.#timeline.avatar, cue, this.#said(cue));
      this.#show(cue);
    } else {
      this.#patch.clear();
    }
    this.#describeValue();
    this.#paintSoon();
  }

  /** Scrolls to a cue that is not wholly seen. @param {import('./utterance.js').Cue} cue */
  #show(cue) {
    const [left, right] = [cue.start * PIXELS_PER_SECOND, cue.end * PIXELS_PER_SECOND];
    const { scrollLeft, clientWidth } = this.#scroller;
    if (left < scrollLeft || right > scrollLeft + clientWidth) {
      this.#scroller.scrollLeft = left - clientWidth / 2;
    }
  }

  /** The word and the sound of a moment. @param {import('./utterance.js').Cue} cue */
  #said(cue) {
    const middle = (cue.start + cue.end) / 2;
    const at = (/** @type {{ start: number, end: number }} */ span) => span.start <= middle && middle < span.end;
    const word = this.#timeline?.words.find(at)?.text;
    const phoneme = this.#timeline?.phonemes.find(at)?.symbol;
    return (word ? `“${word}” · ` : '') + (phoneme ? `${phoneme} · ` : '');
  }

  #describeValue() {
    const cue = this.#timeline?.cues[this.#selected];
    const values = {
      'aria-valuemax': Math.max(0, (this.#timeline?.cues.length ?? 0) - 1),
      'aria-valuenow': Math.max(0, this.#selected),
      'aria-valuetext': cue ? `${cue.viseme}, ${this.#said(cue)}${cue.start.toFixed(2)} seconds` : 'no mouth shape chosen',
    };
    for (const [name, value] of Object.entries(values)) {
      this.#scroller.setAttribute(name, String(value));
    }
  }
}
