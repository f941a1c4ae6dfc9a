import { recall, remember } from '../storage.js';

/** What was said from this browser: the newest first, bounded, kept until it is cleared. */

const KEY = 'avatar.history';
const MOST_ENTRIES = 50;
/** Of all texts together; a browser keeps some five million for a page. */
const MOST_CHARACTERS = 300_000;

/**
 * @typedef {object} Entry
 * @property {string} utterance its id
 * @property {string} channel
 * @property {import('../speech/speech.js').Speech} speech
 * @property {string} voice its name, for people
 * @property {number} at when, in milliseconds since 1970
 */

/** Fires 'change'. */
export class History extends EventTarget {
  /** @type {Entry[]} */
  entries = read();

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
    this.#set([entry, ...this.entries]);
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
