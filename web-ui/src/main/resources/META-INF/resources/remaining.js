/**
 * The estimate of how long something still takes, in words. The number that is shown never grows without a reason: a
 * small correction is left out, a large one is announced.
 */

/** An estimate may move by so much of itself, and at least by so many seconds, without being announced. */
const TOLERANCE = 0.15;
const TOLERANCE_S = 2;

export class RemainingTime {
  /** When the end was promised first, in milliseconds. */
  #promised = Infinity;
  #shown = Infinity;

  /**
   * The words for an estimate.
   * @param {number | null | undefined} seconds '' when there is none
   * @param {number} [now] in milliseconds
   */
  text(seconds, now = performance.now()) {
    if (seconds === null || seconds === undefined) {
      return '';
    }
    this.#promised = Math.min(this.#promised, now + seconds * 1000);
    const promised = (this.#promised - now) / 1000;
    if (seconds > promised + Math.max(TOLERANCE_S, TOLERANCE * seconds)) {
      this.#shown = Infinity;
      return `taking longer than estimated, about ${duration(seconds)} left`;
    }
    this.#shown = Math.min(this.#shown, seconds);
    return `about ${duration(this.#shown)} left`;
  }
}

/** @param {number} seconds */
function duration(seconds) {
  const rounded = Math.max(1, Math.round(seconds));
  return rounded < 90 ? `${rounded} s` : `${Math.round(rounded / 60)} min`;
}
