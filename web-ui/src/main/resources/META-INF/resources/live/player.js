import { CallError } from '../server/call.js';
import { authorized } from '../server/token.js';
import { MultipartParser } from './multipart.js';

/**
 * Reads the audio and video stream of a channel, draws every frame when its time has come, and hands the sound on.
 * Newest wins: a frame that is late is not drawn. The connection is made anew whenever it breaks.
 */

/** Time from drawing to the next refresh of the screen. */
const REFRESH_MS = 1000 / 60;
/** Decoding more at once means that this machine is too slow for every frame. */
const MOST_DECODING = 6;
const MOST_WAITING = 40;
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;
/** Frames come 10 to 60 times a second; without any for so long, the connection is dead. */
const FRAME_TIMEOUT_MS = 6000;
/** The part with which the gateway announces that another compositor continues the stream. */
const INTERRUPTION = 'application/x-interruption';

/**
 * @typedef {object} Frame
 * @property {number} time when it is due, channel time in seconds
 * @property {string | null} utterance
 * @property {import('./multipart.js').Part} part
 * @property {ImageBitmap | null} picture null until decoded
 */

/**
 * Fires 'state' when `live`, `missing` or `problem` changes, 'utterance' when another one is shown, 'draw' after each frame, and
 * 'audio' when a piece of sound came.
 */
export class Player extends EventTarget {
  #canvas;
  #brush;
  #url;
  #clock;
  #sound;
  /** @type {Frame[]} waiting for their time, in order */
  #frames = [];
  #decoding = 0;
  #dropped = 0;
  /** @type {object | null} what start() began; null while stopped */
  #run = null;
  /** @type {AbortController | null} */
  #connection = null;
  #lastByteAt = 0;
  /** Whether the next frame comes from another compositor than the last one. */
  #isInterrupted = false;

  live = false;
  /** Whether the server has no such channel; it is asked again all the same, as channels are made at any time. */
  missing = false;
  /** Why there is no stream, in words; '' when not known. */
  problem = '';
  /** @type {string | null} of the frame on the screen */
  utterance = null;
  /** @type {Frame | null} the frame on the screen */
  frame = null;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {string} channel
   * @param {import('./clock.js').ChannelClock} clock
   * @param {import('./sound.js').Sound} sound
   */
  constructor(canvas, channel, clock, sound) {
    super();
    this.#canvas = canvas;
    this.#brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
    this.#url = urlOf(channel);
    this.#clock = clock;
    this.#sound = sound;
    document.addEventListener('visibilitychange', () => this.#forgetFrames());
  }

  /** Frames that were not drawn because they or this machine were late. */
  get dropped() {
    return this.#dropped;
  }

  start() {
    if (this.#run === null) {
      this.#run = {};
      this.#keepConnected(this.#run);
      this.#keepDrawing(this.#run);
    }
  }

  stop() {
    this.#run = null;
    this.#connection?.abort();
    this.#forgetFrames();
    this.#sound.silence();
  }

  /** Shows another channel from now on. @param {string} channel */
  watch(channel) {
    this.#setState(false, '');
    this.#url = urlOf(channel);
    if (this.#run !== null) {
      this.stop();
      this.start();
    }
  }

  /** @param {object} run */
  async #keepConnected(run) {
    let failures = 0;
    while (run === this.#run) {
      try {
        await this.#readStream(() => { failures = 0; });
        this.#setState(false, '');
      } catch (failure) {
        const known = failure instanceof CallError ? failure : null;
        this.#setState(false, known?.message ?? '', known?.code === 'NOT_FOUND');
      }
      const pause = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** failures++);
      // Not everybody at once, when all were cut off at once.
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random() / 2)));
    }
  }

  /** @param {() => void} onPart */
  async #readStream(onPart) {
    const connection = new AbortController();
    this.#connection = connection;
    this.#lastByteAt = performance.now();
    const timeout = setInterval(() => {
      if (performance.now() - this.#lastByteAt > FRAME_TIMEOUT_MS) {
        connection.abort();
      }
    }, 1000);
    try {
      const request = fetch(this.#url, { cache: 'no-store', signal: connection.signal });
      const response = await request.catch(() => { throw CallError.unreachable(); });
      if (!response.ok || response.body === null) {
        throw CallError.of(response.status, await response.text());
      }
      await this.#readParts(response.body.getReader(), onPart);
    } finally {
      clearInterval(timeout);
      connection.abort();
    }
  }

  /** @param {ReadableStreamDefaultReader<Uint8Array>} reader @param {() => void} onPart */
  async #readParts(reader, onPart) {
    const parser = new MultipartParser();
    this.#isInterrupted = false;
    this.#clock.reset();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      this.#lastByteAt = performance.now();
      for (const part of parser.push(value)) {
        this.#take(part, this.#lastByteAt);
        onPart();
      }
    }
  }

  /** @param {import('./multipart.js').Part} part @param {number} arrivedAt */
  #take(part, arrivedAt) {
    const type = part.text('content-type') ?? '';
    const time = part.number('x-timestamp');
    if (type === INTERRUPTION) {
      this.#sound.interrupt();
      this.#isInterrupted = true;
    } else if (type.startsWith('audio/')) {
      this.#sound.add(part);
      this.dispatchEvent(new CustomEvent('audio', { detail: part }));
    } else if (type.startsWith('image/') && time !== null) {
      const utterance = part.text('x-utterance') || null; // empty while nobody speaks
      this.#followClock(time, arrivedAt);
      this.#sound.shown(utterance, time);
      this.#setState(true, '');
      if (!document.hidden) {
        this.#decode({ time, utterance, part, picture: null });
      }
    }
  }

  /**
   * Frames that wait are drawn in their time, unless the next compositor has another one.
   * @param {number} time
   * @param {number} arrivedAt
   */
  #followClock(time, arrivedAt) {
    if (this.#isInterrupted && !this.#clock.fits(time, arrivedAt)) {
      this.#clock.reset();
      this.#forgetFrames();
    }
    this.#isInterrupted = false;
    this.#clock.observe(time, arrivedAt);
  }

  /** @param {Frame} frame */
  async #decode(frame) {
    if (this.#decoding >= MOST_DECODING || this.#frames.length >= MOST_WAITING) {
      this.#dropped++;
      return;
    }
    this.#frames.push(frame);
    this.#decoding++;
    try {
      frame.picture = await createImageBitmap(new Blob([frame.part.body], { type: 'image/jpeg' }));
    } catch {
      this.#dropped++; // a picture that cannot be read; the next one comes in a moment
      this.#frames = this.#frames.filter((other) => other !== frame);
    } finally {
      this.#decoding--;
    }
    if (!this.#frames.includes(frame)) {
      frame.picture?.close();
    }
  }

  /** @param {object} run */
  #keepDrawing(run) {
    requestAnimationFrame((now) => {
      if (run === this.#run) {
        this.#keepDrawing(run);
        this.#drawWhatIsDue(now);
      }
    });
  }

  /** @param {number} now */
  #drawWhatIsDue(now) {
    if (!this.#clock.isSet) {
      return;
    }
    const seenAt = now + REFRESH_MS;
    const nearest = seenAt + REFRESH_MS / 2;
    const channelTime = this.#sound.channelTimeAt(nearest) ?? this.#clock.channelTimeAt(nearest);
    const newest = this.#frames.findLastIndex((frame) => frame.picture !== null && frame.time <= channelTime);
    if (newest >= 0) {
      const due = this.#frames.splice(0, newest + 1);
      this.#dropped += due.length - 1;
      const frame = due.at(-1);
      if (frame?.picture) {
        this.#draw(frame, frame.picture, seenAt);
      }
      due.forEach((drawn) => drawn.picture?.close());
    }
  }

  /** @param {Frame} frame @param {ImageBitmap} picture @param {number} seenAt */
  #draw(frame, picture, seenAt) {
    const { width, height } = picture;
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#canvas.parentElement?.style.setProperty('--aspect', String(width / height));
    }
    this.#brush.drawImage(picture, 0, 0);
    this.frame = frame;
    this.#mark('frame', frame.part.text('x-frame'));
    this.#mark('utterance', frame.utterance);
    this.#mark('viseme', frame.utterance === null ? null : frame.part.text('x-viseme'));
    this.#mark('position', frame.utterance === null ? null : frame.part.text('x-audio-position'));
    this.#mark('state', frame.utterance === null ? 'idle' : 'speaking');
    if (this.utterance !== frame.utterance) {
      this.utterance = frame.utterance;
      this.dispatchEvent(new Event('utterance'));
    }
    this.dispatchEvent(new CustomEvent('draw', { detail: { frame, seenAt } }));
  }

  /** @param {boolean} live @param {string} problem @param {boolean} [missing] */
  #setState(live, problem, missing = false) {
    if (this.live === live && this.problem === problem && this.missing === missing) {
      return;
    }
    this.live = live;
    this.missing = missing;
    this.problem = problem;
    if (!live) {
      this.#forgetFrames();
      this.#mark('state', 'connecting');
    }
    this.dispatchEvent(new Event('state'));
  }

  /** @param {string} name @param {string | null} value */
  #mark(name, value) {
    if (value === null) {
      delete this.#canvas.dataset[name];
    } else if (this.#canvas.dataset[name] !== value) {
      this.#canvas.dataset[name] = value;
    }
  }

  #forgetFrames() {
    this.#frames.forEach((frame) => frame.picture?.close());
    this.#frames = [];
  }
}

/** @param {string} channel */
function urlOf(channel) {
  return authorized(`/av/${encodeURIComponent(channel)}`);
}
