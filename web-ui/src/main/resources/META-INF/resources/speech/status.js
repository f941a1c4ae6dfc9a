/** The status line: the state of the text that is being said, which voice replaced the requested one, what is queued. */

/** @type {Record<string, string>} */
const TEXTS = {
  idle: 'Ready',
  sending: 'Sending…',
  accepted: 'Accepted. Waiting for the voice…',
  synthesizing: 'Preparing the voice…',
  speaking: 'Speaking…',
  done: 'Done.',
  replaced: 'Replaced by a newer text.',
  stopped: 'Stopped.',
};
const ORDER = ['accepted', 'synthesizing', 'speaking'];
const FINAL = ['done', 'replaced', 'stopped', 'failed'];
/** How long the end of an utterance is shown. */
const END_SHOWN_MS = 4000;
/** Events and frames come by different connections; the event may be the later one. */
const EVENT_TIMEOUT_MS = 2500;

/** The server's sentence about another voice without the details of the reason. @param {string} note */
export function shortNote(note) {
  return note.split(': ').slice(0, 2).join(': ');
}

export class Status {
  #show;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {string | null} the utterance the line is about */
  #utterance = null;
  /** @type {string | null} the last one requested here */
  #mine = null;
  /** @type {Set<string>} those requested here that wait for the end of others, in order */
  #queue = new Set();
  /** @type {Map<string, string>} the server's sentence about another voice, by utterance */
  #voiceNotes = new Map();
  #text = TEXTS['idle'] ?? '';

  state = 'idle';

  /** @param {(state: string, text: string) => void} show */
  constructor(show) {
    this.#show = show;
  }

  /** A text is on its way to the server. @param {import('./speech.js').Mode} [mode] */
  sending(mode = 'replace') {
    if (!(mode === 'enqueue' && this.#isBusy)) {
      this.#set('sending');
    }
  }

  /** The server took the text. @param {string} utterance @param {import('./speech.js').Mode} [mode] */
  accepted(utterance, mode = 'replace') {
    this.#mine = utterance;
    if (utterance === this.#utterance) {
      return;
    }
    if (mode === 'enqueue' && this.#isBusy) {
      this.#queue.add(utterance);
      this.#refresh();
    } else {
      this.#begin(utterance, 'accepted');
    }
  }

  /** @param {string} message in plain words */
  error(message) {
    this.#set('error', message);
  }

  /** Takes an event of the channel. @param {import('./speech-events.js').SpeechEvent} event */
  event({ utteranceId, state, detail }) {
    if (FINAL.includes(state)) {
      this.#end(utteranceId, state, detail ?? null);
      return;
    }
    const hasNote = state === 'synthesizing' && Boolean(detail);
    if (hasNote) {
      this.#voiceNotes.set(utteranceId, detail ?? '');
    }
    if (this.#isNext(utteranceId, state)) {
      this.#begin(utteranceId, state);
    } else if (hasNote && utteranceId === this.#utterance) {
      this.#refresh();
    }
  }

  /** The player shows an utterance, or none; this counts where events are missing. @param {string | null} utterance */
  shown(utterance) {
    if (utterance !== null) {
      if (this.state !== 'speaking' || this.#utterance !== utterance) {
        this.#begin(utterance, 'speaking');
      } else {
        clearTimeout(this.#timer); // it goes on after an interruption
      }
    } else if (this.state === 'speaking') {
      this.#later('idle', EVENT_TIMEOUT_MS);
    }
  }

  get #isBusy() {
    return ORDER.includes(this.state);
  }

  /**
   * Whether the line changes to that state: no utterance goes back, and none that waits hides one that is spoken.
   * @param {string} utterance
   * @param {string} state
   */
  #isNext(utterance, state) {
    if (utterance === this.#utterance) {
      return !FINAL.includes(this.state) && ORDER.indexOf(state) >= ORDER.indexOf(this.state);
    }
    return ORDER.includes(state) && (state === 'speaking' || (this.state !== 'speaking' && !this.#queue.has(utterance)));
  }

  /** @param {string} utterance @param {string} state */
  #begin(utterance, state) {
    this.#utterance = utterance;
    this.#queue.delete(utterance);
    this.#set(state);
  }

  /** @param {string} utterance @param {string} state @param {string | null} detail */
  #end(utterance, state, detail) {
    const wasQueued = this.#queue.delete(utterance);
    this.#voiceNotes.delete(utterance);
    const isShown = utterance === this.#utterance;
    const [next] = this.#queue;
    if (state === 'failed' && (isShown || wasQueued || utterance === this.#mine)) {
      this.#set('failed', `The text can’t be spoken: ${detail ?? 'the voice failed'}`);
    } else if (isShown && next !== undefined) {
      this.#begin(next, 'synthesizing');
    } else if (isShown || (utterance === this.#mine && !wasQueued)) {
      this.#set(state);
    } else if (wasQueued) {
      this.#refresh();
    }
  }

  /** @param {string} state */
  #set(state, text = TEXTS[state] ?? '') {
    clearTimeout(this.#timer);
    this.state = state;
    this.#text = text;
    if (state === 'idle') {
      this.#queue.clear();
      this.#voiceNotes.clear();
    }
    this.#refresh();
    if (state === 'done' || state === 'replaced' || state === 'stopped') {
      this.#later('idle', END_SHOWN_MS);
    }
  }

  #refresh() {
    const note = this.#isBusy ? this.#voiceNotes.get(this.#utterance ?? '') : undefined;
    const queued = this.#queue.size;
    const waits = queued === 0 ? '' : queued === 1 ? '1 text is queued.' : `${queued} texts are queued.`;
    this.#show(this.state, [this.#text, waits, shortNote(note ?? '')].filter(Boolean).join(' '));
  }

  /** @param {string} state @param {number} ms */
  #later(state, ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(state), ms);
  }
}
