import { element } from '../dom.js';
import { recall, remember } from '../storage.js';

/** A factor that is set with a slider: speed or pitch, in times the voice's own. Fires 'change'; remembers its value. */
export class Range extends EventTarget {
  #input;

  /** @param {string} id of the slider; its output is `<id>-value`, and it is stored as `avatar.<id>` */
  constructor(id) {
    super();
    this.#input = element(id, HTMLInputElement);
    this.#input.value = recall(`avatar.${id}`) ?? '1';
    const show = () => { element(`${id}-value`, HTMLOutputElement).value = times(this.value); };
    this.#input.addEventListener('input', () => {
      remember(`avatar.${id}`, this.#input.value);
      show();
      this.dispatchEvent(new Event('change'));
    });
    show();
  }

  get value() {
    return Number(this.#input.value);
  }
}

/** A factor as it is written. @param {number} factor */
export function times(factor) {
  return `${factor.toFixed(2)}×`;
}
