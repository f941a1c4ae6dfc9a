/** The one line that tells people how their text is doing. */

/** @type {Record<string, string>} */
const TEXTS = {
  idle: 'Listening…',
  sending: 'Sending…',
  accepted: 'Accepted. The voice is on its way…',
  synthesizing: 'Preparing the voice…',
  speaking: 'Speaking…',
  done: 'Done.',
  replaced: 'Replaced by a newer text.',
  stopped: 'Stopped.',
};
const ORDER = ['accepted', 'synthesizing', 'speaking'];
const FINAL = ['done', 'replaced', 'stopped', 'failed'];
/** How long the end of an utterance is told before the line goes back to idle. */
const REST_MS = 4000;
/** Events come another way than frames, sometimes later. */
const PATIENCE_MS = 2500;

export class Status {
  #show;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {string | null} the utterance the line is about */
  #utterance = null;
  /** @type {string | null} the last one asked for here */
  #mine = null;

  state = 'idle';

  /** @param {(state: string, text: string) => void} show */
  constructor(show) {
    this.#show = show;
  }

  sending() {
    this.#set('sending');
  }

  /** The server took the text. @param {string} utterance */
  accepted(utterance) {
    this.#mine = utterance;
    if (this.#utterance !== utterance) {
      this.#utterance = utterance;
      this.#set('accepted');
    }
  }

  /** @param {string} message in words for people */
  error(message) {
    this.#set('error', message);
  }

  /** The server tells what became of an utterance. @param {import('./speech-events.js').SpeechEvent} event */
  event({ utteranceId, state, detail }) {
    const isOther = utteranceId !== this.#utterance;
    if (FINAL.includes(state)) {
      // What becomes of an older utterance is news only to who asked for it.
      if (isOther && utteranceId !== this.#mine) {
        return;
      }
      this.#set(state, state === 'failed' ? `The text can’t be spoken: ${detail ?? 'the voice failed'}` : undefined);
      return;
    }
    const isBackwards = !isOther && ORDER.indexOf(state) < ORDER.indexOf(this.state);
    if (!isBackwards && ORDER.includes(state)) {
      this.#utterance = utteranceId;
      this.#set(state);
    }
  }

  /** The player shows an utterance, or none; it counts when no event told. @param {string | null} utterance */
  shown(utterance) {
    if (utterance !== null) {
      if (this.state !== 'speaking' || this.#utterance !== utterance) {
        this.#utterance = utterance;
        this.#set('speaking');
      }
    } else if (this.state === 'speaking') {
      this.#later('idle', PATIENCE_MS);
    }
  }

  /** @param {string} state */
  #set(state, text = TEXTS[state] ?? '') {
    clearTimeout(this.#timer);
    this.state = state;
    this.#show(state, text);
    if (state === 'done' || state === 'replaced' || state === 'stopped') {
      this.#later('idle', REST_MS);
    }
  }

  /** @param {string} state @param {number} ms */
  #later(state, ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(state), ms);
  }
}
