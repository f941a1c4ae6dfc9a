import { CallError } from '../server/call.js';
import { button, make } from '../dom.js';
import { timeLeft } from '../duration.js';
import { soundFile, timelineFile } from '../timeline/utterance.js';
import { render } from './render.js';
import { fileName, saveFile, saveUrl } from './save.js';

/** One utterance of the history, with what can be done with it. */

/** @typedef {import('./history.js').Entry} Entry */

/**
 * @typedef {object} Doing what an entry asks of others
 * @property {(entry: Entry) => void} again
 * @property {(entry: Entry) => void} remove
 */

/** @param {Entry} entry @param {Doing} doing @returns {HTMLLIElement} */
export function entryView(entry, doing) {
  const { text, rate } = entry.speech;
  const progress = make('div', { class: 'progress' });
  const note = make('p', { class: 'note', role: 'status' });
  const about = [
    new Date(entry.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }),
    `voice: ${entry.voice}`,
    ...(rate === 1 ? [] : [`${rate.toFixed(2)}×`]),
  ];
  const named = (/** @type {string} */ what) => ({ 'aria-label': `${what}: ${text.slice(0, 60)}` });
  const video = button('MP4', () => makeVideo(entry, video, progress, note), named('MP4'));
  const saved = (/** @type {() => Promise<Blob>} */ file, /** @type {string} */ ending) => () => tell(note, async () => {
    saveFile(await file(), fileName(text, ending));
    return 'Saved.';
  });
  return make('li', { 'data-utterance': entry.utterance },
    make('p', { class: 'said' }, text),
    make('p', { class: 'about' }, about.join(' · ')),
    make('div', { class: 'actions' },
      button('Say again', () => doing.again(entry), named('Say again')),
      video,
      button('WAV', saved(() => soundFile(entry.utterance), 'wav'), named('WAV')),
      button('Timeline', saved(() => timelineFile(entry.utterance), 'json'), named('Timeline')),
      button('Remove', () => doing.remove(entry), named('Remove'))),
    progress,
    note);
}

/** @param {Entry} entry @param {HTMLButtonElement} start @param {HTMLElement} place @param {HTMLElement} note */
async function makeVideo(entry, start, place, note) {
  const cancel = new AbortController();
  const bar = make('progress', { max: 100, value: 0, 'aria-label': 'The video' });
  const left = make('span', {}, 'Waiting…');
  const stop = button('Cancel', () => cancel.abort());
  place.replaceChildren(bar, left, stop);
  start.disabled = true;
  stop.focus();
  await tell(note, async () => {
    const done = await render(entry, (now) => {
      bar.value = now.percent;
      left.textContent = now.state === 'queued' ? 'Waiting…' : `${Math.round(now.percent)} % ${timeLeft(now.secondsLeft)}`;
    }, cancel.signal);
    if (done.state === 'cancelled' || done.url === null) {
      return 'Cancelled.';
    }
    const name = fileName(entry.speech.text, 'mp4');
    saveUrl(done.url, name);
    return make('a', { href: done.url, download: name }, `Video, ${size(done.bytes)}`);
  });
  const hadFocus = place.contains(document.activeElement);
  place.replaceChildren();
  start.disabled = false;
  if (hadFocus) {
    start.focus();
  }
}

/** @param {HTMLElement} note @param {() => Promise<string | Node>} action */
async function tell(note, action) {
  note.classList.remove('bad');
  note.textContent = '';
  try {
    note.replaceChildren(await action());
  } catch (failure) {
    if (!(failure instanceof CallError)) {
      throw failure;
    }
    note.classList.add('bad');
    note.textContent = failure.message;
  }
}

/** @param {number | null} bytes */
function size(bytes) {
  return bytes === null ? 'ready' : `${(bytes / 1e6).toFixed(1)} MB`;
}
