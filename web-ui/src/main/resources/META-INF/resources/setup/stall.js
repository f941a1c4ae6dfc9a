/** Notices that something makes no progress any more. */
export class StallTimer {
  #timeoutMs;
  #onStall;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #mark = '';

  /** @param {() => number} timeoutMs without progress @param {() => void} onStall */
  constructor(timeoutMs, onStall) {
    this.#timeoutMs = timeoutMs;
    this.#onStall = onStall;
  }

  /** Takes a description of the progress; only another one than before is progress. @param {string} mark */
  progressed(mark) {
    if (mark !== this.#mark) {
      this.#mark = mark;
      this.restart();
      return true;
    }
    return false;
  }

  /** Waits for the timeout once more. */
  restart() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onStall, this.#timeoutMs());
  }

  stop() {
    clearTimeout(this.#timer);
    this.#mark = '';
  }
}
