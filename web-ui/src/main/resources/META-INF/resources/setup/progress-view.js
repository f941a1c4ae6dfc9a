import { element } from '../dom.js';
import { RemainingTime } from '../remaining.js';

/** The progress of a setup: its stage, how much is done, how long it still takes, and what to do when it has stalled. */
export class ProgressView {
  #box = element('setup-progress', HTMLElement);
  #bar = element('setup-bar', HTMLProgressElement);
  #stage = element('setup-stage', HTMLElement);
  #left = element('setup-left', HTMLElement);
  #retry = element('setup-retry', HTMLButtonElement);
  #remaining = new RemainingTime();

  /** Forgets the estimates of the setup before. */
  reset() {
    this.#remaining = new RemainingTime();
  }

  /** @param {string} stage @param {number} percent @param {number | null} [secondsLeft] */
  show(stage, percent, secondsLeft = null) {
    this.#box.hidden = false;
    this.#retry.hidden = true;
    this.#box.dataset.progress = 'running';
    this.#bar.value = percent;
    this.#stage.textContent = stage;
    this.#left.textContent = `${Math.round(percent)} % ${this.#remaining.text(secondsLeft)}`;
  }

  /** @param {number} seconds without progress */
  showStall(seconds) {
    this.#box.dataset.progress = 'stalled';
    this.#stage.textContent = `Stalled: retry or cancel. Nothing has changed for ${seconds} s.`;
    this.#left.textContent = `${Math.round(this.#bar.value)} %`;
    this.#retry.hidden = false;
  }

  hide() {
    this.#box.hidden = true;
  }
}
