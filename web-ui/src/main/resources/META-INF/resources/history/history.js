import { recall, remember } from '../storage.js';

/** What was said from this browser: the newest first, bounded, kept until it is cleared. */

const KEY = 'avatar.history';
const MOST_ENTRIES = 50;
/** Of all texts together; a browser keeps some five million for a page. */
const MOST_CHARACTERS = 300_000;
/** Utterances of others are learned of, too, and never get an entry. */
const MOST_EARLY = 20;

/**
 * @typedef {object} Entry
 * @property {string} utterance its id
 * @property {string} channel
 * @property {import('../speech/speech.js').Speech} speech
 * @property {string} voice the name of the voice that spoke; until that is known, of the requested one
 * @property {string} [voiceNote] the server's sentence, where another voice spoke than the requested one
 * @property {number} at when, in milliseconds since 1970
 */

/** Fires 'change'. */
export class History extends EventTarget {
  /** @type {Entry[]} */
  entries = read();
  /** @type {Map<string, Partial<Entry>>} of utterances without an entry */
  #early = new Map();

  constructor() {
    super();
    // Another tab said something.
    addEventListener('storage', ({ key }) => {
      if (key === KEY) {
        this.entries = read();
        this.dispatchEvent(new Event('change'));
      }
    });
  }

  /** @param {Entry} entry */
  add(entry) {
    this.#set([{ ...entry, ...this.#early.get(entry.utterance) }, ...this.entries]);
  }

  /** Adds what is learned of an utterance later, or even before its entry is there. @param {string} utterance @param {Partial<Entry>} facts */
  learn(utterance, facts) {
    const known = this.entries.find((entry) => entry.utterance === utterance);
    if (known === undefined) {
      this.#early.set(utterance, { ...this.#early.get(utterance), ...facts });
      if (this.#early.size > MOST_EARLY) {
        this.#early.delete(this.#early.keys().next().value ?? '');
      }
    } else if (Object.entries(facts).some(([name, value]) => known[/** @type {keyof Entry} */ (name)] !== value)) {
      this.#set(this.entries.map((entry) => (entry === known ? { ...entry, ...facts } : entry)));
    }
  }

  /** @param {string} utterance */
  remove(utterance) {
    this.#set(this.entries.filter((entry) => entry.utterance !== utterance));
  }

  clear() {
    this.#set([]);
  }

  /** @param {Entry[]} entries */
  #set(entries) {
    let room = MOST_CHARACTERS;
    this.entries = entries.slice(0, MOST_ENTRIES).filter(({ speech }) => (room -= speech.text.length) >= 0);
    remember(KEY, JSON.stringify(this.entries));
    this.dispatchEvent(new Event('change'));
  }
}

/** @returns {Entry[]} */
function read() {
  try {
    const kept = JSON.parse(recall(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((entry) => typeof entry?.speech?.text === 'string') : [];
  } catch {
    return [];
  }
}
