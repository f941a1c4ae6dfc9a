import { decode } from './pcm.js';

/**
 * Plays the sound of the channel on the Web Audio clock, every piece when its time on the channel has come, and gives
 * the picture the time that is heard: while something sounds, the picture follows the sound.
 *
 * Browsers permit sound only after the page was used; until then pieces wait, and are dropped when their time is over.
 */

/** Pieces that lie so close together are one sound; a gap between them would click. */
const CONTIGUOUS_S = 0.005;
/** A rest shorter than this is the end of the utterance, not an interruption. */
const TAIL_S = 0.08;
/** A piece interrupted so soon after its beginning is better not heard at all. */
const HEAD_S = 0.06;
/** How long a cut fades, so that it does not click. */
const FADE_S = 0.012;
/** The earliest a source can be started, from now. */
const SOON_S = 0.01;
/** The longest the picture waits for a slow sound device. */
const LONGEST_WAIT_S = 0.5;
/** Pieces joined without a gap may drift by so much; then the piece's own time counts again. */
const MOST_DRIFT_S = 0.015;
/** The picture follows the sound for so long after its end: the next utterance may be near. */
const LINGER_S = 0.5;
/** How long a piece is remembered: what comes again of its segment is placed by it. */
const REMEMBERED_S = 30;

/**
 * @typedef {object} Piece a segment of an utterance, or the rest of one
 * @property {string} utterance
 * @property {number} segment
 * @property {number} from channel time of its first sample, in seconds
 * @property {number} until channel time of its end
 * @property {number | null} position of its first sample in the utterance's audio, in seconds; null when not known
 * @property {AudioBuffer} buffer
 * @property {AudioBufferSourceNode | null} source null while sound is not permitted
 * @property {GainNode | null} gain
 * @property {number} startsAt the audio clock's time of `from`; only with a source
 */

export class Sound extends EventTarget {
  #clock;
  /** @type {AudioContext} */
  #context;
  /** @type {GainNode} */
  #volume;
  /** @type {Piece[]} in the order they came */
  #pieces = [];
  /** @type {number | null} seconds from the channel's time to the audio clock's; null while nothing sounds */
  #anchor = null;
  /** @type {number | null} milliseconds from the audio clock's time to the page's at which it is heard */
  #output = null;
  #muted = false;
  /** @type {string | null} the utterance of the newest frame */
  #shown = null;

  /** @param {import('./clock.js').ChannelClock} clock */
  constructor(clock) {
    super();
    this.#clock = clock;
    this.#context = new AudioContext({ latencyHint: 'interactive' });
    this.#volume = this.#context.createGain();
    this.#volume.connect(this.#context.destination);
    this.#context.addEventListener('statechange', () => this.#onStateChange());
  }

  /** 'locked' until the page may sound, then 'on' or 'muted'. */
  get state() {
    if (this.#context.state !== 'running') {
      return 'locked';
    }
    return this.#muted ? 'muted' : 'on';
  }

  /** To be called while the browser handles a click or a key. */
  unlock() {
    // Not every key permits sound, and browsers log a warning when asked without permission.
    if (this.#context.state !== 'running' && navigator.userActivation?.isActive !== false) {
      this.#context.resume();
    }
  }

  /** @param {boolean} muted */
  set muted(muted) {
    this.#muted = muted;
    this.#volume.gain.setTargetAtTime(muted ? 0 : 1, this.#context.currentTime, 0.02);
    this.dispatchEvent(new Event('change'));
  }

  /** Takes an audio part of the stream. @param {import('./multipart.js').Part} part */
  add(part) {
    const from = part.number('x-timestamp');
    const buffer = decode(this.#context, part);
    if (from === null || buffer === null) {
      return;
    }
    /** @type {Piece} */
    const piece = {
      utterance: part.text('x-utterance') ?? '',
      segment: part.number('x-segment') ?? 0,
      from,
      until: from + buffer.duration,
      position: null,
      buffer,
      source: null,
      gain: null,
      startsAt: 0,
    };
    piece.position = this.#positionOf(piece);
    this.#forgetPast();
    if (this.#pieces.some((known) => isSame(known, piece))) {
      return; // the rest of what already plays, sent again after a reconnection
    }
    this.#replace(piece);
    this.#pieces.push(piece);
    this.#schedule(piece);
  }

  /**
   * Takes which utterance the channel shows at a moment, and silences all others.
   * @param {string | null} utterance null when nothing is spoken
   * @param {number} at channel time, in seconds
   */
  shown(utterance, at) {
    const first = this.#pieces.findIndex((piece) => piece.utterance === utterance);
    this.#pieces.forEach((piece, index) => {
      const isOver = index < first || (piece.utterance === this.#shown && utterance !== this.#shown);
      if (piece.utterance === utterance) {
        this.#schedule(piece);
      } else if (piece.from > at - HEAD_S) {
        // What waits for its time is dropped at once with its utterance, and else not before that time.
        if (isOver || piece.from <= at) {
          this.#cut(piece, piece.from);
        }
      } else if (piece.until - at > TAIL_S) {
        this.#cut(piece, at);
      }
    });
    this.#shown = utterance;
  }

  /** Fades out everything, as nobody knows any more whether and when it is to sound; what still is comes again. */
  interrupt() {
    const now = this.#anchor === null
      ? this.#clock.channelTimeAt(performance.now())
      : this.#context.currentTime - this.#anchor;
    for (const piece of this.#pieces.filter(({ until }) => until > now)) {
      this.#cut(piece, Math.max(piece.from, now));
    }
    this.#anchor = null;
  }

  /** The channel time that is heard at a time of this page; null while nothing sounds. @param {number} ms */
  channelTimeAt(ms) {
    if (this.#anchor === null || this.#context.state !== 'running') {
      return null;
    }
    this.#followOutput();
    this.#endAnchor();
    return this.#anchor === null ? null : this.#heardAt(ms) - this.#anchor;
  }

  /**
   * How far into an utterance's audio we hear at a time of this page; null when unknown or silent.
   * @param {string} utterance
   * @param {number} ms
   */
  positionAt(utterance, ms) {
    if (this.#context.state !== 'running' || this.#output === null) {
      return null;
    }
    const heard = this.#heardAt(ms);
    for (const piece of this.#pieces) {
      const into = heard - piece.startsAt;
      if (piece.source && piece.utterance === utterance && into >= 0 && into < piece.until - piece.from) {
        return piece.position === null ? null : piece.position + into;
      }
    }
    return null;
  }

  /** Ends everything at once. */
  silence() {
    for (const piece of this.#pieces) {
      piece.source?.stop();
    }
    this.#pieces = [];
    this.#anchor = null;
  }

  /** @param {Piece} piece */
  #schedule(piece) {
    const isPossible = this.#context.state === 'running' && this.#clock.isSet;
    if (!isPossible || piece.source || piece.until <= piece.from) {
      return;
    }
    this.#followOutput();
    this.#endAnchor();
    this.#anchor ??= this.#newAnchor(piece);
    const planned = piece.from + this.#anchor;
    const seamless = this.#endOfPieceBefore(piece);
    piece.startsAt = Math.abs(seamless - planned) < MOST_DRIFT_S ? seamless : planned;
    const late = this.#context.currentTime + SOON_S - piece.startsAt;
    const left = piece.until - piece.from - Math.max(0, late);
    if (left <= 0) {
      return;
    }
    piece.gain = this.#context.createGain();
    piece.gain.connect(this.#volume);
    piece.source = this.#context.createBufferSource();
    piece.source.buffer = piece.buffer;
    piece.source.connect(piece.gain);
    piece.source.start(piece.startsAt + Math.max(0, late), Math.max(0, late), left);
  }

  /**
   * A slow sound device (Bluetooth) may need more than the clock's lead: then the picture waits, or the first sounds of
   * the text would be lost. What is under way already is joined where it is.
   * @param {Piece} piece
   */
  #newAnchor(piece) {
    const dueAt = this.#clock.timeOf(piece.from);
    const start = (dueAt - (this.#output ?? 0)) / 1000;
    const late = this.#context.currentTime + SOON_S - start;
    const wait = dueAt > performance.now() ? Math.min(LONGEST_WAIT_S, Math.max(0, late)) : 0;
    return start + wait - piece.from;
  }

  /** When, on the audio clock, the piece ends that this one follows without a gap; NaN when there is none. @param {Piece} piece */
  #endOfPieceBefore(piece) {
    const before = this.#pieces.find((other) => other.source && Math.abs(other.until - piece.from) < CONTIGUOUS_S);
    return before === undefined ? NaN : before.startsAt + before.buffer.duration;
  }

  #endAnchor() {
    if (this.#anchor !== null) {
      const heard = this.#heardAt(performance.now()) - this.#anchor;
      if (!this.#pieces.some((piece) => piece.source && piece.until > heard - LINGER_S)) {
        this.#anchor = null;
      }
    }
  }

  /** Ends what is scheduled of the same segment where it comes again at another time. @param {Piece} piece */
  #replace(piece) {
    for (const other of this.#pieces) {
      const isAgain = other.utterance === piece.utterance && other.segment === piece.segment;
      if (isAgain && other.until > piece.from + CONTIGUOUS_S) {
        this.#cut(other, Math.max(other.from, piece.from));
      }
    }
  }

  /** @param {Piece} piece @param {number} at channel time */
  #cut(piece, at) {
    piece.until = at;
    if (!piece.source || !piece.gain) {
      return;
    }
    const end = Math.max(this.#context.currentTime + FADE_S, piece.startsAt + (at - piece.from));
    if (at <= piece.from && this.#context.currentTime < piece.startsAt) {
      piece.source.disconnect();
      return;
    }
    piece.gain.gain.setValueAtTime(1, end - FADE_S);
    piece.gain.gain.linearRampToValueAtTime(0, end);
    piece.source.stop(end);
  }

  /** Follows from the segments before it; of speech that was joined in its middle the beginning is unknown. @param {Piece} piece */
  #positionOf(piece) {
    if (!this.#clock.isSet) {
      return null;
    }
    const again = this.#pieces.find((other) => other.utterance === piece.utterance && other.segment === piece.segment);
    if (again !== undefined) {
      // The rest of it: both have the same end.
      return again.position === null ? null : again.position + again.buffer.duration - piece.buffer.duration;
    }
    if (piece.segment === 0) {
      return 0;
    }
    const before = this.#pieces.find(
      (other) => other.utterance === piece.utterance && other.segment === piece.segment - 1);
    return before === undefined || before.position === null ? null : before.position + before.buffer.duration;
  }

  /** Drops what was over a while ago. */
  #forgetPast() {
    const now = this.#clock.isSet ? this.#clock.channelTimeAt(performance.now()) : -Infinity;
    this.#pieces = this.#pieces.filter((piece) => piece.until > now - REMEMBERED_S);
  }

  /** @param {number} ms */
  #heardAt(ms) {
    return (ms - (this.#output ?? 0)) / 1000;
  }

  /** What the audio clock says now comes out of the loudspeaker a little later, and the system knows when. */
  #followOutput() {
    const { performanceTime = 0, contextTime = 0 } = this.#context.getOutputTimestamp?.() ?? {};
    const measured = performanceTime > 0 && contextTime > 0
      ? performanceTime - contextTime * 1000
      : performance.now() - (this.#context.currentTime - (this.#context.outputLatency || 0)) * 1000;
    // Single measurements jump by some milliseconds.
    const before = this.#output ?? NaN;
    this.#output = Math.abs(measured - before) < 50 ? before + (measured - before) * 0.05 : measured;
  }

  #onStateChange() {
    this.#output = null;
    this.#anchor = null;
    for (const piece of this.#pieces) {
      piece.source?.disconnect();
      piece.source = null;
    }
    this.#forgetPast();
    this.#pieces.forEach((piece) => this.#schedule(piece));
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {Piece} known @param {Piece} piece */
function isSame({ utterance, segment, until }, piece) {
  return utterance === piece.utterance && segment === piece.segment && Math.abs(until - piece.until) < TAIL_S;
}
