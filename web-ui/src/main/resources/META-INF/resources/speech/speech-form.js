import { CallError } from '../server/call.js';
import { element } from '../dom.js';
import { showDraft } from './draft.js';
import { Range, times } from './range.js';
import { listVoices, speak, stopSpeech } from './speech.js';
import { VoicePicker } from './voice-picker.js';

/** The form for a text, its voice, speed and pitch. */

/** @typedef {import('./speech.js').Speech} Speech */
/** @typedef {import('./speech.js').Mode} Mode */

const VOICES_RETRY_MS = 5000;

/** Fires 'spoken' when the server took a text: `detail` is `{ utterance, speech }`. */
export class SpeechForm extends EventTarget {
  #channel;
  #status;
  #form = element('speech', HTMLFormElement);
  #text = showDraft();
  #rate = new Range('rate');
  #pitch = new Range('pitch');
  voices;

  /** @param {import('../channel.js').Channel} channel @param {import('./status.js').Status} status */
  constructor(channel, status) {
    super();
    this.#channel = channel;
    this.#status = status;
    this.voices = new VoicePicker(channel);
    this.#form.addEventListener('submit', (submit) => {
      submit.preventDefault();
      this.say(this.#filled(), submit.submitter?.id === 'queue' ? 'enqueue' : 'replace');
    });
    this.#form.addEventListener('keydown', (key) => {
      if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) {
        key.preventDefault();
        this.#form.requestSubmit();
      }
    });
    element('stop', HTMLButtonElement).addEventListener('click', () => this.#report(() => stopSpeech(channel.id)));
    for (const range of [this.#rate, this.#pitch]) {
      range.addEventListener('change', () => this.#showManner());
    }
    this.#showManner();
    this.#showVoices();
  }

  /** Requests a speech and reports its progress. @param {Speech} speech @param {Mode} [mode] */
  say(speech, mode = 'replace') {
    this.#status.sending(mode);
    return this.#report(async () => {
      const utterance = await speak(this.#channel.id, speech, mode);
      this.#status.accepted(utterance, mode);
      this.dispatchEvent(new CustomEvent('spoken', { detail: { utterance, speech } }));
    });
  }

  /** @returns {Speech} */
  #filled() {
    return { text: this.#text.value, voice: this.voices.value, rate: this.#rate.value, pitch: this.#pitch.value };
  }

  /** What is set under "More" stays readable while that is closed. */
  #showManner() {
    element('manner', HTMLElement).textContent = `Speed ${times(this.#rate.value)} · pitch ${times(this.#pitch.value)}`;
  }

  async #showVoices() {
    try {
      this.voices.show(await listVoices());
    } catch {
      this.voices.fail('The voices can’t be listed right now.');
      setTimeout(() => this.#showVoices(), VOICES_RETRY_MS);
    }
  }

  /** @param {() => Promise<void>} action */
  async #report(action) {
    try {
      await action();
    } catch (failure) {
      if (!(failure instanceof CallError)) {
        throw failure;
      }
      this.#status.error(failure.message);
    }
  }
}
