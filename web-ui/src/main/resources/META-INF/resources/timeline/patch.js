import { element } from '../dom.js';
import { patchUrl } from './utterance.js';

/** Shows the mouth of the viseme that is chosen on a timeline. */

export class PatchView {
  #picture = element('patch-picture', HTMLImageElement);
  #name = element('patch-name', HTMLElement);
  #about = element('patch-about', HTMLElement);

  constructor() {
    this.#picture.addEventListener('error', () => {
      this.#picture.hidden = true;
      this.#about.textContent += ' (no picture)';
    });
  }

  /**
   * @param {string} avatar
   * @param {import('./utterance.js').Cue} cue
   * @param {string} within what is said there
   */
  show(avatar, cue, within) {
    this.#picture.hidden = false;
    this.#picture.src = patchUrl(avatar, cue.viseme);
    this.#picture.alt = `The mouth for ${cue.viseme}`;
    this.#name.textContent = cue.viseme;
    this.#about.textContent = `${within}${cue.start.toFixed(2)} to ${cue.end.toFixed(2)} s`;
  }

  clear() {
    this.#picture.hidden = true;
    this.#picture.removeAttribute('src');
    this.#name.textContent = '';
    this.#about.textContent = 'Choose a mouth shape to see it.';
  }
}
