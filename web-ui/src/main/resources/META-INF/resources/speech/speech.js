import { call } from '../server/call.js';

/** The speech API of a channel, as a page calls it. */

/**
 * @typedef {object} Voice
 * @property {string} id
 * @property {string} name
 * @property {string} language as BCP 47 has it
 * @property {string} engine
 * @property {string} [gender]
 * @property {boolean} available whether it can speak now
 * @property {string | null} [reason] why not
 */

/**
 * @typedef {object} Speech what is to be said, and how
 * @property {string} text
 * @property {string} voice '' leaves it to the server
 * @property {number} rate 1 is the voice's own
 */

/** The voices there are. @returns {Promise<Voice[]>} */
export async function listVoices() {
  return call('GET', '/api/v1/voices');
}

/**
 * What the API is told of a speech: only what is not the default.
 * @param {Speech} speech
 */
export function wish({ text, voice, rate }) {
  return { text, ...(voice === '' ? {} : { voice }), ...(rate === 1 ? {} : { rate }) };
}

/** Has a text said. @param {string} channel @param {Speech} speech @returns {Promise<string>} the utterance's id */
export async function speak(channel, speech) {
  const answer = await call('POST', speechOf(channel), wish(speech));
  return answer.utteranceId;
}

/** Ends what is being said and drops what waits. @param {string} channel */
export async function stopSpeech(channel) {
  await call('DELETE', speechOf(channel));
}

/** @param {string} channel */
function speechOf(channel) {
  return `/api/v1/channels/${encodeURIComponent(channel)}/speech`;
}
