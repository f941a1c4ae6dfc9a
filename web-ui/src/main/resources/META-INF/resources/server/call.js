import { explain } from './problems.js';
import { authorized } from './token.js';

/** Calls of the API under this page's own origin. */

const PROBLEM = 'urn:avatar:problem:';

/** A failed call; its message is for people. */
export class CallError extends Error {
  /**
   * @param {string | null} code as the API has it
   * @param {string | null} [detail] the server's own sentence
   * @param {number} [status] 0 when there was no answer
   */
  constructor(code, detail = null, status = 0) {
    super(explain(code, detail));
    this.code = code;
    this.status = status;
  }

  /** There was no answer at all. */
  static unreachable() {
    return new CallError(navigator.onLine ? 'UNREACHABLE' : 'NO_NETWORK');
  }

  /** Of an answer that describes a problem, or comes from something else than the API. @param {number} status @param {string} body */
  static of(status, body) {
    if (status === 401) {
      dispatchEvent(new Event('unauthenticated'));
    }
    const problem = parsed(body);
    const type = String(problem?.type ?? '');
    const code = type.startsWith(PROBLEM) ? type.slice(PROBLEM.length) : null;
    return new CallError(code, problem?.detail ?? problem?.title ?? `The server answered ${status}`, status);
  }
}

/**
 * The answer's JSON; {} where there is none.
 * @param {string} method
 * @param {string} url
 * @param {object} [body] sent as JSON
 * @returns {Promise<any>}
 * @throws {CallError}
 */
export async function call(method, url, body) {
  const response = await answer(url, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return parsed(await response.text()) ?? {};
}

/**
 * What a successful answer has in it, as a file.
 * @param {string} url
 * @throws {CallError}
 */
export async function download(url) {
  const response = await answer(url, {});
  return response.blob().catch(() => { throw CallError.unreachable(); });
}

/** @param {string} url @param {RequestInit} request */
async function answer(url, request) {
  const response = await fetch(authorized(url), request).catch(() => { throw CallError.unreachable(); });
  if (!response.ok) {
    throw CallError.of(response.status, await response.text().catch(() => ''));
  }
  return response;
}

/** @param {string} json */
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
