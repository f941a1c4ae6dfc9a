import { CallError } from '../server/call.js';
import { element } from '../dom.js';
import { recall, remember } from '../storage.js';
import { listVoices, speak, stopSpeech } from './speech.js';
import { VoicePicker } from './voice-picker.js';

/** The form in which somebody says what the avatar shall say. */

/** @typedef {import('./speech.js').Speech} Speech */

const RATE_KEY = 'avatar.rate';
const VOICES_AGAIN_MS = 5000;

/** Fires 'spoken' when the server took a text: `detail` is `{ utterance, speech }`. */
export class SpeechForm extends EventTarget {
  #channel;
  #status;
  #form = element('speech', HTMLFormElement);
  #text = element('text', HTMLTextAreaElement);
  #rate = element('rate', HTMLInputElement);
  voices = new VoicePicker();

  /** @param {import('../channel.js').Channel} channel @param {import('./status.js').Status} status */
  constructor(channel, status) {
    super();
    this.#channel = channel;
    this.#status = status;
    this.#showText();
    this.#showRate();
    this.#form.addEventListener('submit', (submit) => {
      submit.preventDefault();
      this.say({ text: this.#text.value, voice: this.voices.value, rate: Number(this.#rate.value) });
    });
    element('stop', HTMLButtonElement).addEventListener('click', () => this.#tell(() => stopSpeech(channel.id)));
    this.#showVoices();
  }

  /** Has something said, and tells how it goes. @param {Speech} speech */
  say(speech) {
    this.#status.sending();
    return this.#tell(async () => {
      const utterance = await speak(this.#channel.id, speech);
      this.#status.accepted(utterance);
      this.dispatchEvent(new CustomEvent('spoken', { detail: { utterance, speech } }));
    });
  }

  #showText() {
    const text = this.#text;
    const count = () => { element('count', HTMLElement).textContent = `${text.value.length} / ${text.maxLength}`; };
    text.addEventListener('input', count);
    this.#form.addEventListener('keydown', (key) => {
      if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) {
        key.preventDefault();
        this.#form.requestSubmit();
      }
    });
    count();
  }

  #showRate() {
    const show = () => { element('rate-value', HTMLOutputElement).value = `${Number(this.#rate.value).toFixed(2)}×`; };
    this.#rate.addEventListener('input', () => {
      show();
      remember(RATE_KEY, this.#rate.value);
    });
    this.#rate.value = recall(RATE_KEY) ?? '1';
    show();
  }

  async #showVoices() {
    try {
      this.voices.show(await listVoices());
    } catch {
      this.voices.fail('The voices can’t be listed right now.');
      setTimeout(() => this.#showVoices(), VOICES_AGAIN_MS);
    }
  }

  /** @param {() => Promise<void>} action */
  async #tell(action) {
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
