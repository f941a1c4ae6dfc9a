import { StateEvents } from '../server/events.js';

/** The names of the events: the states of an utterance. */
const STATES = ['accepted', 'synthesizing', 'speaking', 'done', 'replaced', 'stopped', 'failed'];

/**
 * @typedef {object} SpeechEvent
 * @property {string} utteranceId
 * @property {string} state
 * @property {string | null} [detail] of `synthesizing`: which voice speaks in place of which, and why; of `failed`: why
 */

/**
 * Reports the state of every utterance of a channel while the page is visible: a browser opens six connections to a
 * server, for all its tabs together.
 * @param {import('../channel.js').Channel} channel
 * @param {(event: SpeechEvent) => void} onEvent
 */
export function followSpeech(channel, onEvent) {
  /** @type {StateEvents | null} */
  let events = null;
  const open = () => {
    events?.close();
    events = null;
    if (!document.hidden) {
      events = new StateEvents(`/api/v1/channels/${encodeURIComponent(channel.id)}/events`, STATES, onEvent);
      events.open();
    }
  };
  document.addEventListener('visibilitychange', open);
  channel.addEventListener('change', open);
  open();
}
