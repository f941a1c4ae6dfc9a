import { make } from '../dom.js';
import { kindOf, shortName } from './voices.js';

/** The list under the voice field: a grid, as ARIA has it, whose rows have a name and a button that plays a sample. */

/** @typedef {import('./speech.js').Voice} Voice */

/** @param {import('./voices.js').Group} group @param {number} index */
export function groupNode({ label, why, voices }, index) {
  const id = `voice-group-${index}`;
  return make('div', { role: 'rowgroup', 'aria-labelledby': id },
    make('div', { id, class: 'group', role: 'presentation', title: why ?? '' }, label),
    ...voices.map(rowNode));
}

/** @param {Voice} voice */
export function rowNode(voice) {
  const name = make('div', { role: 'gridcell' }, make('span', { class: 'name' }, shortName(voice)));
  if (voice.id !== '') {
    name.append(' ', make('span', { class: 'kind' }, kindOf(voice)));
  }
  const row = make('div', { role: 'row', 'data-voice': voice.id, 'aria-disabled': !voice.available && 'true' }, name);
  if (voice.available) {
    row.append(make('div', { role: 'gridcell' }, make('button', {
      type: 'button', class: 'sample', tabindex: -1,
      title: 'Plays a short sample in this browser only',
      'aria-label': `Play a sample of ${shortName(voice)} in this browser only`,
    }, 'Sample')));
  }
  return row;
}

/** Shows what a sample's button does now. @param {HTMLElement} button @param {import('./sample.js').State} state */
export function showSampleState(button, state) {
  button.textContent = state === 'loading' ? 'Loading…' : state === 'playing' ? 'Stop' : 'Sample';
  button.dataset.sample = state;
}
