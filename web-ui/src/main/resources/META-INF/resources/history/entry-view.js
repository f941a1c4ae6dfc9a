import { CallError } from '../server/call.js';
import { button, make } from '../dom.js';
import { RemainingTime } from '../remaining.js';
import { times } from '../speech/range.js';
import { shortNote } from '../speech/status.js';
import { soundFile, timelineFile } from '../timeline/utterance.js';
import { renderOf } from './render.js';
import { fileName, saveFile, saveUrl } from './save.js';

/** An utterance of the history, with its buttons. */

/** @typedef {import('./history.js').Entry} Entry */

/**
 * @typedef {object} Actions what an entry's buttons do elsewhere
 * @property {(entry: Entry) => void} again
 * @property {(entry: Entry) => void} remove
 */

/** @param {Entry} entry @param {Actions} actions @returns {HTMLLIElement} */
export function entryView(entry, actions) {
  const { text } = entry.speech;
  const progress = make('div', { class: 'progress' });
  const note = make('p', { class: 'note', role: 'status' });
  const named = (/** @type {string} */ what) => ({ 'aria-label': `${what}: ${text.slice(0, 60)}` });
  const video = button('MP4', () => makeVideo(entry, video, progress, note), named('MP4'));
  const saved = (/** @type {() => Promise<Blob>} */ file, /** @type {string} */ ending) => () => report(note, async () => {
    saveFile(await file(), fileName(text, ending));
    return 'Saved.';
  });
  const view = make('li', { 'data-utterance': entry.utterance },
    make('p', { class: 'said' }, text),
    make('p', { class: 'about' }),
    make('div', { class: 'actions' },
      button('Say again', () => actions.again(entry), named('Say again')),
      video,
      button('WAV', saved(() => soundFile(entry.utterance), 'wav'), named('WAV')),
      button('Timeline', saved(() => timelineFile(entry.utterance), 'json'), named('Timeline')),
      button('Remove', () => actions.remove(entry), named('Remove'))),
    progress,
    note);
  describe(view, entry);
  return view;
}

/** Shows when and how an entry was said: another voice than the requested one may have spoken it. @param {HTMLElement} view @param {Entry} entry */
export function describe(view, { at, speech, voice, voiceNote }) {
  const { rate, pitch = 1 } = speech;
  const parts = [
    new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }),
    `voice: ${voice}`,
    ...(rate === 1 ? [] : [times(rate)]),
    ...(pitch === 1 ? [] : [`pitch ${times(pitch)}`]),
    ...(voiceNote ? [shortNote(voiceNote)] : []),
  ];
  const about = view.querySelector('.about');
  if (about !== null) {
    about.textContent = parts.join(' · ');
    about.setAttribute('title', voiceNote ?? '');
  }
}

/** @param {Entry} entry @param {HTMLButtonElement} start @param {HTMLElement} place @param {HTMLElement} note */
async function makeVideo(entry, start, place, note) {
  const cancel = new AbortController();
  const bar = make('progress', { max: 100, value: 0, 'aria-label': 'The video' });
  const left = make('span', {}, 'Waiting…');
  const remaining = new RemainingTime();
  const stop = button('Cancel', () => cancel.abort());
  place.replaceChildren(bar, left, stop);
  start.disabled = true;
  stop.focus();
  await report(note, async () => {
    const done = await renderOf(entry, (now) => {
      bar.value = now.percent;
      left.textContent = now.state === 'queued' ? 'Waiting…' : `${Math.round(now.percent)} % ${remaining.text(now.secondsLeft)}`;
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
async function report(note, action) {
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
