import { element } from '../dom.js';
import { recall, remember } from '../storage.js';

/** The label on the picture: "Listening…" while the channel is idle, else the viseme and its time. It can be switched off. */

const KEY = 'avatar.label';

/** @param {import('./player.js').Player} player */
export function showLabel(player) {
  const label = element('label', HTMLElement);
  const button = element('label-switch', HTMLButtonElement);
  const state = element('label-state', HTMLElement);
  const time = element('label-time', HTMLElement);
  const toggle = (/** @type {boolean} */ on) => {
    label.hidden = !on;
    button.setAttribute('aria-pressed', String(on));
  };
  button.addEventListener('click', () => {
    toggle(label.hidden);
    remember(KEY, label.hidden ? 'off' : 'on');
  });
  player.addEventListener('draw', () => {
    const part = player.frame?.part;
    const isIdle = player.utterance === null;
    set(state, isIdle ? 'Listening…' : part?.text('x-viseme') ?? 'Speaking');
    set(time, isIdle ? '' : `${(part?.number('x-audio-position') ?? 0).toFixed(2)} s`);
  });
  toggle(recall(KEY) !== 'off');
}

/** @param {HTMLElement} element @param {string} text */
function set(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
