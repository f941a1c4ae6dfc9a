import { element, make } from '../dom.js';
import { recall, remember } from '../storage.js';
import { groupsOf } from './voices.js';

/** The field in which a voice is looked for and chosen: a combobox with a list, as ARIA's authoring practices have it. */

/** @typedef {import('./speech.js').Voice} Voice */

const KEY = 'avatar.voice';
const PAGE = 8;
/** Without a wish the server decides. @type {Voice} */
const DEFAULT = { id: '', name: 'As configured', language: '', engine: '', available: true };

export class VoicePicker {
  #input = element('voice', HTMLInputElement);
  #list = element('voices', HTMLElement);
  #count = element('voice-count', HTMLElement);
  #note = element('voice-note', HTMLElement);
  /** @type {Voice[]} */
  #voices = [];
  /** @type {Voice} */
  #chosen = DEFAULT;
  /** @type {HTMLElement[]} the options that are seen, in order */
  #options = [];
  #active = -1;

  constructor() {
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
    this.#list.addEventListener('click', (click) => this.#choose(optionAt(click.target)));
  }

  /** The id of the voice that is chosen; '' leaves it to the server. */
  get value() {
    return this.#chosen.id;
  }

  /** The name of a voice, as the list has it. @param {string} id */
  nameOf(id) {
    return this.#find(id)?.name ?? id;
  }

  /** Offers these voices, and chooses the one chosen last time, if it can speak. @param {Voice[]} voices */
  show(voices) {
    this.#voices = voices;
    const wished = this.#find(recall(KEY) ?? '') ?? DEFAULT;
    this.#input.disabled = false;
    this.#input.placeholder = `Search ${voices.length} voices`;
    this.#set(wished.available ? wished : DEFAULT);
    this.#note.textContent = wished.available ? '' : `${wished.name} can’t be used now: ${wished.reason ?? 'unknown why'}.`;
  }

  /** There are no voices to choose from, for a reason. @param {string} why */
  fail(why) {
    this.#note.textContent = why;
  }

  /** @param {string} id */
  #find(id) {
    return [DEFAULT, ...this.#voices].find((voice) => voice.id === id);
  }

  /** @param {string} query */
  #open(query) {
    const groups = groupsOf(this.#voices, query, navigator.language);
    const nodes = groups.map((group, index) => groupNode(group, `voice-group-${index}`));
    if (query === '') {
      nodes.unshift(optionNode(DEFAULT));
    }
    this.#list.replaceChildren(...nodes);
    this.#options = Array.from(this.#list.querySelectorAll('[role=option]'), (option) => /** @type {HTMLElement} */ (option));
    this.#options.forEach((option, index) => {
      option.id = `voice-option-${index}`;
      option.setAttribute('aria-selected', String(option.dataset.voice === this.#chosen.id));
    });
    this.#list.hidden = this.#options.length === 0;
    this.#input.setAttribute('aria-expanded', String(!this.#list.hidden));
    this.#count.textContent = counted(this.#options.length);
    this.#count.hidden = false;
    const current = this.#options.findIndex((option) => option.dataset.voice === this.#chosen.id);
    this.#activate(query === '' ? current : 0);
  }

  #close() {
    this.#list.hidden = true;
    this.#count.hidden = true;
    this.#options = [];
    this.#activate(-1);
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.value = this.#chosen.name;
  }

  get #isOpen() {
    return !this.#list.hidden;
  }

  /** @param {number} index */
  #activate(index) {
    this.#options[this.#active]?.classList.remove('active');
    this.#active = Math.max(-1, Math.min(this.#options.length - 1, index));
    const option = this.#options[this.#active];
    option?.classList.add('active');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) {
      this.#input.setAttribute('aria-activedescendant', option.id);
    } else {
      this.#input.removeAttribute('aria-activedescendant');
    }
  }

  /** @param {KeyboardEvent} key */
  #onKey(key) {
    const steps = new Map([['ArrowDown', 1], ['ArrowUp', -1], ['PageDown', PAGE], ['PageUp', -PAGE]]);
    const step = steps.get(key.key);
    if (step !== undefined) {
      key.preventDefault();
      if (this.#isOpen) {
        this.#activate(Math.max(0, this.#active + step));
      } else {
        this.#open('');
      }
    } else if (key.key === 'Enter') {
      // An Enter in the list chooses; it does not send the form, and nor does one in the closed field.
      key.preventDefault();
      if (this.#isOpen) {
        this.#choose(this.#options[this.#active]);
      }
    } else if (key.key === 'Escape') {
      this.#close();
      this.#input.select();
    }
  }

  /** @param {HTMLElement | null | undefined} option */
  #choose(option) {
    const voice = this.#find(option?.dataset.voice ?? '?');
    if (voice === undefined) {
      return;
    }
    if (!voice.available) {
      this.#note.textContent = `${voice.name} can’t be used now: ${voice.reason ?? 'unknown why'}.`;
      return;
    }
    this.#set(voice);
    this.#note.textContent = '';
    remember(KEY, voice.id);
    this.#close();
    this.#input.select();
  }

  /** @param {Voice} voice */
  #set(voice) {
    this.#chosen = voice;
    this.#input.value = voice.name;
    this.#input.dataset.voice = voice.id;
  }
}

/** @param {import('./voices.js').Group} group @param {string} id */
function groupNode({ label, voices }, id) {
  return make('div', { role: 'group', 'aria-labelledby': id },
    make('div', { id, class: 'group', role: 'presentation' }, label),
    ...voices.map(optionNode));
}

/** @param {Voice} voice */
function optionNode(voice) {
  const option = make('div', { role: 'option', 'data-voice': voice.id, 'aria-disabled': !voice.available && 'true' }, voice.name);
  if (!voice.available) {
    option.append(make('span', { class: 'why' }, voice.reason ?? 'can’t be used now'));
  }
  return option;
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
function optionAt(target) {
  return target instanceof Element ? target.closest('[role=option]') : null;
}

/** @param {number} voices */
function counted(voices) {
  return voices === 0 ? 'No voice fits' : voices === 1 ? '1 voice' : `${voices} voices`;
}
