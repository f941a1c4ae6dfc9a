import { CallError } from '../server/call.js';
import { awaitRender, startRender } from '../server/renders.js';
import { avatarOf } from '../channel.js';
import { speechRequest } from '../speech/speech.js';

/** Requests the render of an entry of the history. */

/** @typedef {import('../server/renders.js').Render} Render */

/**
 * Renders the utterance as it was said, or its text when the server has forgotten it or it was never said to its end.
 * @param {import('./history.js').Entry} entry
 * @param {(render: Render) => void} onProgress
 * @param {AbortSignal} cancelled
 * @returns {Promise<Render>} as it ended; done or cancelled
 * @throws {CallError} when it failed
 */
export async function renderOf(entry, onProgress, cancelled) {
  return awaitRender(await start(entry), onProgress, cancelled);
}

/** @param {import('./history.js').Entry} entry @returns {Promise<Render>} */
async function start({ utterance, channel, speech }) {
  try {
    return await startRender({ utterance });
  } catch (failure) {
    if (!(failure instanceof CallError && (failure.status === 404 || failure.code === 'UTTERANCE_NOT_WHOLE'))) {
      throw failure;
    }
    const avatar = await avatarOf(channel);
    return startRender({ ...speechRequest(speech), ...(avatar && { avatar }) });
  }
}
