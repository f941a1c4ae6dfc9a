import { call, CallError } from '../server/call.js';

/** The API of avatars and of setups, which create them. */

/**
 * @typedef {object} Avatar
 * @property {string} id
 * @property {boolean} ready
 * @property {string | null} problem why it is not
 * @property {number} width
 * @property {number} height
 * @property {number} fps
 * @property {number} frames
 * @property {string} engine
 * @property {string} source
 * @property {string} preview
 */

/**
 * @typedef {object} Setup the creation of an avatar
 * @property {string} id
 * @property {string} avatar
 * @property {'queued' | 'running' | 'done' | 'failed' | 'cancelled'} state
 * @property {string | null} stage
 * @property {number} percent
 * @property {number | null} secondsLeft
 * @property {string | null} code
 * @property {string | null} detail
 */

export const SETUP_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'];

/** @returns {Promise<Avatar[]>} */
export function listAvatars() {
  return call('GET', '/api/v1/avatars');
}

/** The latest setups. @returns {Promise<Setup[]>} */
export function listSetups() {
  return call('GET', '/api/v1/setups');
}

/** Whether a setup has not ended. @param {Setup} setup */
export function isUnderWay({ state }) {
  return state === 'queued' || state === 'running';
}

/** @param {string} id */
export async function cancelSetup(id) {
  await call('DELETE', setupUrl(id));
}

/** @param {string} id */
export function setupUrl(id) {
  return `/api/v1/setups/${encodeURIComponent(id)}`;
}

/** Gives an avatar a channel of its name, if it has none yet. @param {string} avatar @returns {Promise<string>} the channel */
export async function openChannel(avatar) {
  await call('POST', '/api/v1/channels', { id: avatar, avatar });
  return avatar;
}

/**
 * Sends a form and reports how much of it has been sent, which fetch can't.
 * @param {FormData} form
 * @param {(share: number) => void} onProgress 0 to 1
 * @param {AbortSignal} cancelled
 * @returns {Promise<Setup | null>} null when cancelled
 * @throws {CallError}
 */
export function upload(form, onProgress, cancelled) {
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      if (request.status === 202) {
        resolve(JSON.parse(request.responseText));
      } else {
        reject(CallError.of(request.status, request.responseText));
      }
    });
    request.addEventListener('error', () => reject(CallError.unreachable()));
    request.addEventListener('abort', () => resolve(null));
    cancelled.addEventListener('abort', () => request.abort());
    request.open('POST', '/api/v1/avatars');
    request.send(form);
  });
}
