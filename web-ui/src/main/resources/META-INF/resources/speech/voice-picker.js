import { CallError } from '../server/call.js';
import { element } from '../dom.js';
import { recall, remember } from '../storage.js';
import { Sample } from './sample.js';
import { groupNode, rowNode, showSampleState } from './voice-list.js';
import { groupsOf, shortName, shortReason } from './voices.js';

/** The field in which a voice is searched and chosen: a combobox with a grid, as ARIA's authoring practices have it. */

/** @typedef {import('./speech.js').Voice} Voice */

const KEY = 'avatar.voice';
const PAGE = 8;
const STEPS = new Map([['ArrowDown', 1], ['ArrowUp', -1], ['PageDown', PAGE], ['PageUp', -PAGE]]);
/** The server's default voices, the first one it has: Microsoft's is absent where all text stays on the machine. */
const DEFAULT_VOICES = ['en-US-JennyNeural', 'flite-slt'];

export class VoicePicker {
  #input = element('voice', HTMLInputElement);
  #list = element('voices', HTMLElement);
  #count = element('voice-count', HTMLElement);
  #note = element('voice-note', HTMLElement);
  #sample;
  /** @type {Voice[]} */
  #voices = [];
  /** @type {Voice} */
  #default = defaultVoice([]);
  /** @type {Voice} */
  #chosen = this.#default;
  /** @type {HTMLElement[]} in order */
  #rows = [];
  #active = -1;
  /** Whether the keyboard is at the sample button of the active row. */
  #atSample = false;

  /** @param {import('../channel.js').Channel} channel */
  constructor(channel) {
    this.#sample = new Sample(channel);
    const input = this.#input;
    input.addEventListener('click', () => {
      input.select();
      this.#open('');
    });
    input.addEventListener('input', () => this.#open(input.value));
    input.addEventListener('focus', () => input.select());
    input.addEventListener('blur', () => this.#close());
    input.addEventListener('keydown', (key) => this.#onKey(key));
    // The field keeps the focus while the list is used.
    this.#list.addEventListener('mousedown', (press) => press.preventDefault());
    this.#list.addEventListener('click', ({ target }) => {
      const row = target instanceof Element ? target.closest('[role=row]') : null;
      if (row instanceof HTMLElement) {
        target instanceof HTMLButtonElement ? this.#playSample(row) : this.#choose(row);
      }
    });
  }

  /** The id of the voice that is chosen; '' leaves it to the server. */
  get value() {
    return this.#chosen.id;
  }

  /** The name of a voice, as the list has it. @param {string} id */
  nameOf(id) {
    const voice = this.#find(id);
    return voice ? shortName(voice) : id;
  }

  /** Offers these voices, and chooses the one chosen last time, if it can speak. @param {Voice[]} voices */
  show(voices) {
    this.#voices = voices;
    this.#default = defaultVoice(voices);
    const wished = this.#find(recall(KEY) ?? '') ?? this.#default;
    this.#input.disabled = false;
    this.#input.placeholder = `Search ${voices.length} voices`;
    this.#set(wished.available ? wished : this.#default);
    this.#say(wished.available ? '' : unavailable(wished));
  }

  /** There are no voices to choose from, for a reason. @param {string} why */
  fail(why) {
    this.#say(why);
  }

  /** @param {string} text */
  #say(text) {
    this.#note.textContent = text;
    this.#note.title = text;
  }

  /** @param {string} id */
  #find(id) {
    return [this.#default, ...this.#voices].find((voice) => voice.id === id);
  }

  /** @param {string} query */
  #open(query) {
    const nodes = groupsOf(this.#voices, query, navigator.language).map(groupNode);
    if (query === '') {
      nodes.unshift(rowNode(this.#default));
    }
    this.#list.replaceChildren(...nodes);
    this.#rows = Array.from(this.#list.querySelectorAll('[role=row]'), (row) => /** @type {HTMLElement} */ (row));
    this.#rows.forEach((row, index) => {
      row.id = `voice-row-${index}`;
      row.setAttribute('aria-selected', String(row.dataset.voice === this.#chosen.id));
      sampleIn(row)?.setAttribute('id', `voice-sample-${index}`);
    });
    this.#list.hidden = this.#rows.length === 0;
    this.#input.setAttribute('aria-expanded', String(!this.#list.hidden));
    this.#count.textContent = counted(this.#rows.length);
    this.#count.hidden = false;
    this.#activate(query === '' ? this.#rows.findIndex((row) => row.dataset.voice === this.#chosen.id) : 0);
  }

  #close() {
    this.#sample.stop();
    this.#list.hidden = true;
    this.#count.hidden = true;
    this.#rows = [];
    this.#activate(-1);
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.value = shortName(this.#chosen);
  }

  get #isOpen() {
    return !this.#list.hidden;
  }

  /** @param {number} index @param {boolean} [atSample] */
  #activate(index, atSample = false) {
    const before = this.#rows[this.#active];
    before?.classList.remove('active');
    before && sampleIn(before)?.classList.remove('at');
    this.#active = Math.max(-1, Math.min(this.#rows.length - 1, index));
    const row = this.#rows[this.#active];
    const button = atSample && row ? sampleIn(row) : null;
    this.#atSample = button !== null;
    row?.classList.add('active');
    button?.classList.add('at');
    row?.scrollIntoView({ block: 'nearest' });
    const active = button ?? row;
    if (active) {
      this.#input.setAttribute('aria-activedescendant', active.id);
    } else {
      this.#input.removeAttribute('aria-activedescendant');
    }
  }

  /** @param {KeyboardEvent} key */
  #onKey(key) {
    const step = STEPS.get(key.key);
    const row = this.#rows[this.#active];
    const atEnd = this.#input.selectionEnd === this.#input.value.length;
    if (step !== undefined) {
      key.preventDefault();
      this.#isOpen ? this.#activate(Math.max(0, this.#active + step)) : this.#open('');
    } else if ((key.key === 'ArrowRight' && row && atEnd) || (key.key === 'ArrowLeft' && this.#atSample)) {
      key.preventDefault();
      this.#activate(this.#active, key.key === 'ArrowRight');
    } else if (key.key === 'Enter') {
      // An Enter in the list chooses; it does not send the form, and nor does one in the closed field.
      key.preventDefault();
      if (row) {
        this.#atSample ? this.#playSample(row) : this.#choose(row);
      }
    } else if (key.key === 'Escape') {
      this.#close();
      this.#input.select();
    }
  }

  /** @param {HTMLElement} row */
  async #playSample(row) {
    const voice = this.#find(row.dataset.voice ?? '?');
    const button = sampleIn(row);
    if (voice === undefined || button === null) {
      return;
    }
    if (button.dataset.sample === 'playing' || button.dataset.sample === 'loading') {
      this.#sample.stop();
      return;
    }
    this.#say('');
    try {
      await this.#sample.play(voice, (state) => showSampleState(button, state));
    } catch (failure) {
      if (!(failure instanceof CallError)) {
        throw failure;
      }
      this.#say(failure.message);
    }
  }

  /** @param {HTMLElement} row */
  #choose(row) {
    const voice = this.#find(row.dataset.voice ?? '?');
    if (voice === undefined) {
      return;
    }
    if (!voice.available) {
      this.#say(unavailable(voice));
      return;
    }
    this.#set(voice);
    this.#say('');
    remember(KEY, voice.id);
    this.#close();
    this.#input.select();
  }

  /** @param {Voice} voice */
  #set(voice) {
    this.#chosen = voice;
    this.#input.value = shortName(voice);
    this.#input.dataset.voice = voice.id;
  }
}

/** @param {HTMLElement} row @returns {HTMLButtonElement | null} */
function sampleIn(row) {
  return row.querySelector('button');
}

/** What stands for the server's own choice. @param {Voice[]} voices @returns {Voice} */
function defaultVoice(voices) {
  const own = DEFAULT_VOICES.map((id) => voices.find((voice) => voice.id === id)).find(Boolean);
  const name = own?.id === DEFAULT_VOICES[0] ? 'Jenny' : own?.name.split(',')[0];
  return {
    id: '', name: name ? `Default voice (${name})` : 'Default voice', language: own?.language ?? 'en-US', engine: '', available: true,
  };
}

/** @param {Voice} voice */
function unavailable(voice) {
  return `${shortName(voice)} can’t be used now: ${shortReason(voice)}.`;
}

/** @param {number} voices */
function counted(voices) {
  return voices === 0 ? 'No voice matches' : voices === 1 ? '1 voice' : `${voices} voices`;
}
