import { make } from '../dom.js';

/** Saves files as the browser's downloads. */

/** How long a browser may take to start saving a file that the page holds. */
const HELD_MS = 60_000;

/** @param {string} url @param {string} name */
export function saveUrl(url, name) {
  make('a', { href: url, download: name }).click();
}

/** @param {Blob} file @param {string} name */
export function saveFile(file, name) {
  const url = URL.createObjectURL(file);
  saveUrl(url, name);
  setTimeout(() => URL.revokeObjectURL(url), HELD_MS);
}

/** A file name from the words of a text. @param {string} text @param {string} ending */
export function fileName(text, ending) {
  const words = text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu)?.slice(0, 6).join('-').slice(0, 48);
  return `${words || 'utterance'}.${ending}`;
}
