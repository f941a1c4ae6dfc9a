import { element } from '../dom.js';
import { describe, entryView } from './entry-view.js';
import { History } from './history.js';

/** @typedef {import('./history.js').Entry} Entry */

/**
 * The list of what was said from here.
 * @param {import('../channel.js').Channel} channel
 * @param {import('../speech/speech-form.js').SpeechForm} form
 * @returns {History}
 */
export function showHistory(channel, form) {
  const history = new History();
  const list = element('history-list', HTMLOListElement);
  /** @type {Map<string, HTMLLIElement>} kept: a render may be under way in one */
  let views = new Map();
  const actions = {
    again: (/** @type {Entry} */ entry) => { form.say(entry.speech); },
    remove: (/** @type {Entry} */ entry) => {
      history.remove(entry.utterance);
      element('history-title', HTMLElement).focus();
    },
  };
  const show = () => {
    const before = views;
    views = new Map(history.entries.map((entry) => [entry.utterance, before.get(entry.utterance) ?? entryView(entry, actions)]));
    history.entries.forEach((entry) => describe(/** @type {HTMLElement} */ (views.get(entry.utterance)), entry));
    place(list, [...views.values()]);
    element('history-empty', HTMLElement).hidden = views.size > 0;
    element('history-clear', HTMLElement).hidden = views.size === 0;
  };
  history.addEventListener('change', show);
  element('history-clear', HTMLButtonElement).addEventListener('click', () => {
    history.clear();
    element('history-title', HTMLElement).focus();
  });
  form.addEventListener('spoken', (event) => {
    const { utterance, speech } = /** @type {CustomEvent} */ (event).detail;
    history.add({ utterance, channel: channel.id, speech, voice: form.voices.nameOf(speech.voice), at: Date.now() });
  });
  show();
  return history;
}

/** Moves no node that is in its place: it would lose the focus. @param {HTMLElement} list @param {HTMLElement[]} nodes */
function place(list, nodes) {
  for (const node of list.querySelectorAll(':scope > *')) {
    if (!nodes.some((wanted) => wanted === node)) {
      node.remove();
    }
  }
  nodes.forEach((node, index) => list.children[index] === node || list.insertBefore(node, list.children[index] ?? null));
}
