import { call, CallError } from './call.js';

/** Requests renders: video files of speech, which the server makes beside the live channels. */

const POLL_EVERY_MS = 400;

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

/** Starts a render. @param {object} order the body of the request @returns {Promise<Render>} @throws {CallError} */
export function startRender(order) {
  return call('POST', '/api/v1/renders', order);
}

/**
 * Follows a render to its end.
 * @param {Render} started
 * @param {(render: Render) => void} onProgress
 * @param {AbortSignal} cancelled ends it on the server, too
 * @returns {Promise<Render>} as it ended; done or cancelled
 * @throws {CallError} when it failed
 */
export async function awaitRender(started, onProgress, cancelled) {
  let render = started;
  while (render.state === 'queued' || render.state === 'running') {
    onProgress(render);
    await pause(cancelled);
    if (cancelled.aborted) {
      deleteRender(render);
      return { ...render, state: 'cancelled' };
    }
    render = await call('GET', renderUrl(render.id));
  }
  if (render.state === 'failed') {
    throw new CallError(null, `The video could not be made: ${render.detail ?? 'the server gives no reason'}`);
  }
  return render;
}

/** Cancels a render, or deletes its file; the server does so by itself later. @param {Render} render */
export function deleteRender({ id }) {
  call('DELETE', renderUrl(id)).catch(() => {});
}

/** @param {string} id */
function renderUrl(id) {
  return `/api/v1/renders/${encodeURIComponent(id)}`;
}

/** @param {AbortSignal} cancelled */
function pause(cancelled) {
  return new Promise((resolve) => {
    setTimeout(resolve, POLL_EVERY_MS);
    cancelled.addEventListener('abort', resolve, { once: true });
  });
}
