import { PEAKS_PER_SECOND } from './wave.js';

/** Draws the visible part of a timeline: sound, words, phonemes, visemes and the position of the sound. */

export const PIXELS_PER_SECOND = 180;

/** The rows from the top, in CSS pixels; timeline.css labels them. */
export const ROWS = {
  axis: { top: 0, height: 18 },
  sound: { top: 20, height: 56 },
  words: { top: 82, height: 24 },
  phonemes: { top: 110, height: 22 },
  visemes: { top: 136, height: 30 },
};
export const HEIGHT = 170;

const NARROWEST = 0.85;

/** Closed lips; drawn softly. */
const SHUT = ['M', 'Sil'];

/** @typedef {import('./utterance.js').Timeline} Timeline */
/** @typedef {{ top: number, height: number }} Row */
/** @typedef {{ start: number, end: number }} Span */

/**
 * @typedef {object} View
 * @property {Timeline} timeline
 * @property {number[]} peaks
 * @property {number} from the moment at the left edge, in seconds
 * @property {number} width in CSS pixels
 * @property {number | null} position where the sound is, in seconds; null when it is not played
 * @property {number} selected the number of the cue that is looked at; -1 for none
 */

export class Painter {
  #canvas;
  #brush;
  /** @type {Record<string, string>} by the name of the CSS variable */
  #colours = {};

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
    this.#brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { this.#colours = {}; });
  }

  /** @param {View} view */
  paint(view) {
    const scale = devicePixelRatio;
    const [width, height] = [Math.round(view.width * scale), Math.round(HEIGHT * scale)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    const brush = this.#brush;
    brush.setTransform(scale, 0, 0, scale, 0, 0);
    brush.clearRect(0, 0, view.width, HEIGHT);
    brush.textBaseline = 'middle';
    brush.textAlign = 'center';
    this.#axis(view);
    this.#sound(view);
    this.#words(view);
    this.#phonemes(view);
    this.#visemes(view);
    this.#playhead(view);
  }

  /** @param {View} view */
  #axis(view) {
    this.#brush.font = this.#font(11);
    this.#brush.fillStyle = this.#colour('--soft');
    const last = Math.min(view.timeline.duration, view.from + view.width / PIXELS_PER_SECOND);
    for (let half = Math.floor(view.from * 2); half <= last * 2; half++) {
      const x = this.#x(view, half / 2);
      this.#brush.fillRect(x, ROWS.axis.height - 3, 1, 3);
      if (half > 0) {
        this.#brush.fillText(`${half / 2} s`, x, ROWS.axis.height / 2 - 2);
      }
    }
  }

  /** @param {View} view */
  #sound(view) {
    const { top, height } = ROWS.sound;
    const step = PIXELS_PER_SECOND / PEAKS_PER_SECOND;
    const first = Math.max(0, Math.floor(view.from * PEAKS_PER_SECOND));
    const last = Math.min(view.peaks.length, Math.ceil((view.from + view.width / PIXELS_PER_SECOND) * PEAKS_PER_SECOND));
    for (let peak = first; peak < last; peak++) {
      // Soft sounds are drawn larger than they are, or vowels would be all one saw.
      const half = Math.max(0.75, Math.sqrt(view.peaks[peak] ?? 0) * height / 2);
      const isPast = view.position !== null && peak / PEAKS_PER_SECOND < view.position;
      this.#brush.fillStyle = this.#colour(isPast ? '--accent' : '--faint');
      this.#brush.fillRect(this.#x(view, peak / PEAKS_PER_SECOND), top + height / 2 - half, step - 0.5, half * 2);
    }
  }

  /** @param {View} view */
  #words(view) {
    for (const word of seen(view, view.timeline.words)) {
      const isNow = isAt(view, word);
      this.#box(view, word, ROWS.words, isNow ? '--accent-soft' : '--page');
      this.#brush.font = this.#font(13);
      if (!this.#fits(word, word.text)) {
        this.#brush.font = this.#font(10);
      }
      this.#text(view, word, ROWS.words, word.text, isNow ? '--accent' : '--text');
    }
  }

  /** @param {View} view */
  #phonemes(view) {
    this.#brush.font = this.#font(11);
    for (const phoneme of seen(view, view.timeline.phonemes)) {
      this.#text(view, phoneme, ROWS.phonemes, phoneme.symbol, isAt(view, phoneme) ? '--accent' : '--soft');
    }
  }

  /** @param {View} view */
  #visemes(view) {
    this.#brush.font = this.#font(12);
    const chosen = view.timeline.cues[view.selected];
    for (const cue of seen(view, view.timeline.cues)) {
      const isNow = isAt(view, cue);
      const isShut = SHUT.includes(cue.viseme);
      this.#box(view, cue, ROWS.visemes, isNow ? '--accent' : isShut ? '--page' : '--accent-soft');
      this.#text(view, cue, ROWS.visemes, cue.viseme, isNow ? '--on-accent' : isShut ? '--soft' : '--text');
    }
    if (chosen) {
      this.#brush.strokeStyle = this.#colour('--text');
      this.#brush.lineWidth = 2;
      this.#outline(view, chosen, ROWS.visemes);
      this.#brush.stroke();
    }
  }

  /** @param {View} view */
  #playhead(view) {
    if (view.position !== null) {
      const x = this.#x(view, view.position);
      this.#brush.fillStyle = this.#colour('--accent');
      this.#brush.fillRect(x - 0.75, ROWS.axis.height - 4, 1.5, HEIGHT - ROWS.axis.height + 2);
      this.#brush.beginPath();
      this.#brush.arc(x, ROWS.axis.height - 4, 4, 0, 2 * Math.PI);
      this.#brush.fill();
    }
  }

  /** @param {View} view @param {Span} span @param {Row} row @param {string} colour */
  #box(view, span, row, colour) {
    this.#outline(view, span, row);
    this.#brush.fillStyle = this.#colour(colour);
    this.#brush.fill();
  }

  /** @param {View} view @param {Span} span @param {Row} row */
  #outline(view, span, row) {
    const x = this.#x(view, span.start);
    const width = Math.max(1, (span.end - span.start) * PIXELS_PER_SECOND - 1.5);
    this.#brush.beginPath();
    this.#brush.roundRect(x, row.top, width, row.height, Math.min(5, width / 2));
  }

  /** Text that does not fit into its time is left out. @param {View} view @param {Span} span @param {Row} row @param {string} text @param {string} colour */
  #text(view, span, row, text, colour) {
    if (this.#fits(span, text)) {
      this.#brush.fillStyle = this.#colour(colour);
      const middle = this.#x(view, (span.start + span.end) / 2);
      this.#brush.fillText(text, middle, row.top + row.height / 2 + 1, (span.end - span.start) * PIXELS_PER_SECOND);
    }
  }

  /** Whether it fits when it is drawn a little narrower at most. @param {Span} span @param {string} text */
  #fits(span, text) {
    return this.#brush.measureText(text).width * NARROWEST <= (span.end - span.start) * PIXELS_PER_SECOND;
  }

  /** @param {View} view @param {number} seconds */
  #x(view, seconds) {
    return (seconds - view.from) * PIXELS_PER_SECOND;
  }

  /** @param {number} size */
  #font(size) {
    return `${size}px ${getComputedStyle(this.#canvas).fontFamily}`;
  }

  /** @param {string} name */
  #colour(name) {
    this.#colours[name] ??= getComputedStyle(this.#canvas).getPropertyValue(name).trim();
    return this.#colours[name] ?? '';
  }
}

/** @template {Span} S @param {View} view @param {S[]} spans in order @returns {S[]} */
function seen(view, spans) {
  const until = view.from + view.width / PIXELS_PER_SECOND;
  return spans.filter((span) => span.end > view.from && span.start < until);
}

/** @param {View} view @param {Span} span */
function isAt(view, span) {
  return view.position !== null && span.start <= view.position && view.position < span.end;
}
