import { element } from '../dom.js';
import { entryView } from './entry-view.js';
import { History } from './history.js';

/**
 * The list of what was said from here.
 * @param {import('../channel.js').Channel} channel
 * @param {import('../speech/speech-form.js').SpeechForm} form
 */
export function showHistory(channel, form) {
  const history = new History();
  const list = element('history-list', HTMLOListElement);
  /** @type {Map<string, HTMLLIElement>} what is there stays: a video may be under way in it */
  let views = new Map();
  const doing = {
    again: (/** @type {import('./history.js').Entry} */ entry) => { form.say(entry.speech); },
    remove: (/** @type {import('./history.js').Entry} */ entry) => {
      history.remove(entry.utterance);
      element('history-title', HTMLElement).focus();
    },
  };
  const show = () => {
    const before = views;
    views = new Map(history.entries.map((entry) =>
      [entry.utterance, before.get(entry.utterance) ?? entryView(entry, doing)]));
    list.replaceChildren(...views.values());
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
}
