import { call, CallError, download } from '../server/call.js';
import { authorized } from '../server/token.js';

/** The timeline and the sound that the server keeps of an utterance. */

/** @typedef {{ text: string, start: number, end: number }} Word times in seconds from the utterance's first sample */
/** @typedef {{ symbol: string, start: number, end: number }} Phoneme */
/** @typedef {{ viseme: string, start: number, end: number }} Cue a viseme for a while */

/**
 * @typedef {object} Timeline
 * @property {string} utteranceId
 * @property {string} channel
 * @property {string} avatar
 * @property {string} voice
 * @property {string} text
 * @property {boolean} complete whether all of it is there, or still comes
 * @property {number} duration in seconds
 * @property {number} sampleRateHz
 * @property {Word[]} words
 * @property {Phoneme[]} phonemes
 * @property {Cue[]} cues
 */

/** @param {string} utterance @returns {Promise<Timeline>} @throws {CallError} */
export function timelineOf(utterance) {
  return kept(call('GET', timelineUrl(utterance)));
}

/** The timeline as a file. @param {string} utterance @throws {CallError} */
export function timelineFile(utterance) {
  return kept(download(timelineUrl(utterance)));
}

/** The sound as a WAV file. @param {string} utterance @throws {CallError} */
export function soundFile(utterance) {
  return kept(download(`/api/v1/utterances/${encodeURIComponent(utterance)}/audio.wav`));
}

/** @param {string} avatar @param {string} viseme */
export function patchUrl(avatar, viseme) {
  return authorized(`/api/v1/avatars/${encodeURIComponent(avatar)}/visemes/${encodeURIComponent(viseme)}.png`);
}

/** @param {string} utterance */
function timelineUrl(utterance) {
  return `/api/v1/utterances/${encodeURIComponent(utterance)}/timeline`;
}

/** @template T @param {Promise<T>} answer @returns {Promise<T>} */
async function kept(answer) {
  return answer.catch((failure) => { throw failure.status === 404 ? new CallError('NOT_KEPT', null, 404) : failure; });
}
