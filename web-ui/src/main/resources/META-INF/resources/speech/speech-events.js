import { StateEvents } from '../server/events.js';

/** What an event is named after: how far an utterance has come. */
const STATES = ['accepted', 'synthesizing', 'speaking', 'done', 'replaced', 'stopped', 'failed'];

/** @typedef {{ utteranceId: string, state: string, detail?: string | null }} SpeechEvent */

/**
 * Tells what becomes of every utterance of a channel, whichever that is, for as long as the page is seen: a browser opens
 * six connections to a server, for all its tabs together.
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
