import { authorized } from './token.js';

/** Server-sent events that are named after a state; reconnects by itself, also after an answer like 503. */

const PAUSE_MS = 3000;

export class StateEvents {
  #url;
  #states;
  #onEvent;
  #onRefusal;
  /** @type {EventSource | null} */
  #source = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {string} url
   * @param {string[]} states the names of the events
   * @param {(event: any) => void} onEvent takes their data, read as JSON
   * @param {() => void} [onRefusal] the server sends no events for now
   */
  constructor(url, states, onEvent, onRefusal = () => {}) {
    this.#url = url;
    this.#states = states;
    this.#onEvent = onEvent;
    this.#onRefusal = onRefusal;
  }

  open() {
    this.close();
    const source = new EventSource(authorized(this.#url));
    this.#source = source;
    for (const state of this.#states) {
      source.addEventListener(state, (message) => this.#onEvent(JSON.parse(message.data)));
    }
    source.onerror = () => {
      // The browser itself tries again after a broken connection, but not after an answer like 503.
      if (source === this.#source && source.readyState === EventSource.CLOSED) {
        this.#timer = setTimeout(() => this.open(), PAUSE_MS);
        this.#onRefusal();
      }
    };
  }

  close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }
}
