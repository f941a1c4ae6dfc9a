import { element } from '../dom.js';
import { recall, remember } from '../storage.js';

/** The text field: counts its characters, and keeps what was typed when the page is reloaded. */

const KEY = 'avatar.draft';

/** @returns {HTMLTextAreaElement} */
export function showDraft() {
  const text = element('text', HTMLTextAreaElement);
  const count = () => { element('count', HTMLElement).textContent = `${text.value.length} / ${text.maxLength}`; };
  // Where the browser itself has restored the field, its text is the newer one.
  text.value ||= recall(KEY) ?? '';
  text.addEventListener('input', () => {
    remember(KEY, text.value);
    count();
  });
  count();
  return text;
}
