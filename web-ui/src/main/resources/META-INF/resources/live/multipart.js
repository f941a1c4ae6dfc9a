/**
 * Splits a multipart/x-mixed-replace stream into its parts, by their Content-Length: no byte of a picture is looked at.
 */

const MAX_HEAD = 8 * 1024;
const MAX_BODY = 32 * 1024 * 1024;

/** One part. `headers` has lower-case names. */
export class Part {
  /** @param {Map<string, string>} headers @param {Uint8Array<ArrayBuffer>} body */
  constructor(headers, body) {
    this.headers = headers;
    this.body = body;
  }

  /** @param {string} name in lower case */
  text(name) {
    return this.headers.get(name) ?? null;
  }

  /** A header that is a number, or null. @param {string} name in lower case */
  number(name) {
    const value = this.headers.get(name);
    return value === undefined || value === '' || Number.isNaN(Number(value)) ? null : Number(value);
  }
}

export class MultipartParser {
  #head = '';
  /** @type {Part | null} the part whose body is being read */
  #part = null;
  #filled = 0;

  /**
   * Takes the next bytes of the stream, cut anywhere.
   * @param {Uint8Array} chunk
   * @returns {Part[]} the parts that are whole now
   */
  push(chunk) {
    /** @type {Part[]} */
    const parts = [];
    let at = 0;
    while (at < chunk.length || this.#isWhole()) {
      if (this.#part === null) {
        at = this.#readHead(chunk, at);
      } else {
        const end = Math.min(chunk.length, at + this.#part.body.length - this.#filled);
        this.#part.body.set(chunk.subarray(at, end), this.#filled);
        this.#filled += end - at;
        at = end;
      }
      if (this.#part !== null && this.#isWhole()) {
        parts.push(this.#part);
        this.#part = null;
      }
    }
    return parts;
  }

  #isWhole() {
    return this.#part !== null && this.#filled === this.#part.body.length;
  }

  /** @param {Uint8Array} chunk @param {number} from */
  #readHead(chunk, from) {
    for (let at = from; at < chunk.length; at++) {
      this.#head += String.fromCharCode(chunk[at]);
      if (this.#head.endsWith('\r\n\r\n')) {
        this.#startPart();
        return at + 1;
      }
    }
    if (this.#head.length > MAX_HEAD) {
      throw new Error('This is no multipart stream: no part begins');
    }
    return chunk.length;
  }

  #startPart() {
    const headers = new Map();
    for (const line of this.#head.split('\r\n')) {
      const colon = line.indexOf(':');
      if (colon > 0 && !line.startsWith('--')) {
        headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
      }
    }
    this.#head = '';
    if (headers.size === 0) {
      return; // blank lines before the first boundary
    }
    const length = Number(headers.get('content-length'));
    if (!headers.has('content-length') || !Number.isInteger(length) || length < 0 || length > MAX_BODY) {
      throw new Error(`A part says its length is ${headers.get('content-length')}`);
    }
    this.#part = new Part(headers, new Uint8Array(length));
    this.#filled = 0;
  }
}
