/** The speech API of a channel, as a page calls it. */

/** What an event is named after: how far an utterance has come. */
const STATES = ['accepted', 'synthesizing', 'speaking', 'done', 'replaced', 'stopped', 'failed'];

/** A call that did not do what was asked; its message is for people. */
export class SpeechError extends Error {}

/** The voices there are. @returns {Promise<Voice[]>} */
export async function listVoices() {
  return call('GET', '/api/v1/voices');
}

/**
 * @typedef {object} Voice
 * @property {string} id
 * @property {string} name
 * @property {string} language as BCP 47 has it
 * @property {boolean} available whether it can speak now
 * @property {string | null} reason why not
 */

/** Has a text said. @returns {Promise<string>} the utterance's id */
export async function speak(channel, text, voice) {
  const answer = await call('POST', speechOf(channel), voice === '' ? { text } : { text, voice });
  return answer.utteranceId;
}

/** Ends what is being said and drops what waits. */
export async function stopSpeech(channel) {
  await call('DELETE', speechOf(channel));
}

/** Tells what becomes of every utterance of a channel; connects anew by itself for as long as the page is seen. */
export class SpeechEvents {
  #url;
  #onEvent;
  /** @type {EventSource | null} */
  #source = null;
  #timer = 0;

  /** @param {string} channel @param {(event: {utteranceId: string, state: string, detail?: string}) => void} onEvent */
  constructor(channel, onEvent) {
    this.#url = `/api/v1/channels/${encodeURIComponent(channel)}/events`;
    this.#onEvent = onEvent;
    // A browser opens six connections to a server, for all its tabs together.
    document.addEventListener('visibilitychange', () => (document.hidden ? this.close() : this.open()));
  }

  open() {
    this.close();
    this.#source = new EventSource(this.#url);
    for (const state of STATES) {
      this.#source.addEventListener(state, (message) => this.#onEvent(JSON.parse(message.data)));
    }
    this.#source.onerror = () => {
      // The browser itself tries again after a broken connection, but not after an answer like 503.
      if (this.#source?.readyState === EventSource.CLOSED) {
        this.#timer = setTimeout(() => this.open(), 3000);
      }
    };
  }

  close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }
}

function speechOf(channel) {
  return `/api/v1/channels/${encodeURIComponent(channel)}/speech`;
}

async function call(method, url, body) {
  let response;
  try {
    response = await fetch(url, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new SpeechError('The server can’t be reached. Is it running?');
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) {
    throw new SpeechError(answer?.detail ?? answer?.title ?? `The server answered ${response.status}.`);
  }
  return answer ?? {};
}
