import { CallError } from '../server/call.js';
import { timelineOf } from './utterance.js';

/** Polls the timeline of an utterance while it grows. */

const EVERY_MS = 400;
/** Without anything new for so long it does not grow any more: it was stopped. */
const GROWTH_TIMEOUT_MS = 6000;

/** @typedef {import('./utterance.js').Timeline} Timeline */

/** Fires 'timeline' whenever there is more of it, 'absent' when there is none; `detail` says what or why. */
export class TimelineFeed extends EventTarget {
  /** @type {string | null} */
  #utterance = null;

  /** Follows this utterance from now on, and no other. @param {string} utterance */
  async follow(utterance) {
    this.#utterance = utterance;
    let known = -1;
    let news = performance.now();
    while (this.#utterance === utterance && performance.now() - news < GROWTH_TIMEOUT_MS) {
      const timeline = await timelineOf(utterance).catch((failure) => failure);
      if (this.#utterance !== utterance) {
        return;
      }
      if (timeline instanceof Error) {
        // A timeline that was there may be gone for a moment; one the server does not know never comes.
        if (known < 0 && timeline instanceof CallError && timeline.code === 'NOT_KEPT') {
          this.dispatchEvent(new CustomEvent('absent', { detail: timeline.message }));
          return;
        }
      } else if (timeline.duration > known || timeline.complete) {
        known = timeline.duration;
        news = performance.now();
        this.dispatchEvent(new CustomEvent('timeline', { detail: timeline }));
        if (timeline.complete) {
          return;
        }
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }
}
