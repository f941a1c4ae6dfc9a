import { call, CallError } from '../server/call.js';
import { wish } from '../speech/speech.js';

/** Has the server make a video of an utterance. */

const EVERY_MS = 500;

/**
 * @typedef {object} Render
 * @property {string} id
 * @property {'queued' | 'running' | 'done' | 'failed' | 'cancelled'} state
 * @property {number} percent
 * @property {number | null} secondsLeft
 * @property {string | null} detail
 * @property {string | null} url of the file, once it is done
 * @property {number | null} duration in seconds
 * @property {number | null} bytes
 */

/**
 * Of the utterance as it was said, or of its text when the server has forgotten it or it was never said to its end.
 * @param {import('./history.js').Entry} entry
 * @param {(render: Render) => void} onProgress
 * @param {AbortSignal} cancelled ends it on the server, too
 * @returns {Promise<Render>} as it ended; done or cancelled
 * @throws {CallError} when it failed
 */
export async function render(entry, onProgress, cancelled) {
  let state = await begin(entry);
  while (state.state === 'queued' || state.state === 'running') {
    onProgress(state);
    await pause(cancelled);
    if (cancelled.aborted) {
      await call('DELETE', renderUrl(state.id)).catch(() => {});
      return { ...state, state: 'cancelled' };
    }
    state = await call('GET', renderUrl(state.id));
  }
  if (state.state === 'failed') {
    throw new CallError(null, `The video could not be made: ${state.detail ?? 'the server does not say why'}`);
  }
  return state;
}

/** @param {import('./history.js').Entry} entry @returns {Promise<Render>} */
async function begin({ utterance, channel, speech }) {
  try {
    return await call('POST', '/api/v1/renders', { utterance });
  } catch (failure) {
    if (!(failure instanceof CallError && (failure.status === 404 || failure.code === 'UTTERANCE_NOT_WHOLE'))) {
      throw failure;
    }
    const { avatar } = await call('GET', `/api/v1/channels/${encodeURIComponent(channel)}`).catch(() => ({}));
    return call('POST', '/api/v1/renders', { ...wish(speech), ...(avatar ? { avatar } : {}) });
  }
}

/** @param {string} id */
function renderUrl(id) {
  return `/api/v1/renders/${encodeURIComponent(id)}`;
}

/** @param {AbortSignal} cancelled */
function pause(cancelled) {
  return new Promise((resolve) => {
    setTimeout(resolve, EVERY_MS);
    cancelled.addEventListener('abort', resolve, { once: true });
  });
}
