import { call } from '../server/call.js';

/** The speech API of a channel. */

/**
 * @typedef {object} Voice
 * @property {string} id
 * @property {string} name
 * @property {string} language as BCP 47 has it
 * @property {string} engine
 * @property {string} [gender]
 * @property {boolean} available whether it can speak now
 * @property {string | null} [reason] why it can't
 */

/**
 * @typedef {object} Speech a text and how it is spoken
 * @property {string} text
 * @property {string} voice '' leaves it to the server
 * @property {number} rate 1 is the voice's own
 * @property {number} [pitch] 1 is the voice's own
 */

/** @typedef {'replace' | 'enqueue'} Mode 'replace' ends what is being said, 'enqueue' waits for its end */

/** The server's voices. @returns {Promise<Voice[]>} */
export async function listVoices() {
  return call('GET', '/api/v1/voices');
}

/** The body of a request for a speech: defaults are left out. @param {Speech} speech */
export function speechRequest({ text, voice, rate, pitch = 1 }) {
  return { text, ...(voice && { voice }), ...(rate !== 1 && { rate }), ...(pitch !== 1 && { pitch }) };
}

/**
 * Requests a speech.
 * @param {string} channel
 * @param {Speech} speech
 * @param {Mode} mode
 * @returns {Promise<string>} the utterance's id
 */
export async function speak(channel, speech, mode) {
  const answer = await call('POST', speechOf(channel), { ...speechRequest(speech), ...(mode !== 'replace' && { mode }) });
  return answer.utteranceId;
}

/** Ends what is being said and drops the queue. @param {string} channel */
export async function stopSpeech(channel) {
  await call('DELETE', speechOf(channel));
}

/** @param {string} channel */
function speechOf(channel) {
  return `/api/v1/channels/${encodeURIComponent(channel)}/speech`;
}
