import { make } from '../dom.js';
import { authorized } from '../server/token.js';

/** The picture alone, for frames in other pages: it fills the window, keeps its shape, and has no sound. */

const RETRY_MS = 5000;

/** @param {import('../channel.js').Channel} channel */
export function showPlainStream(channel) {
  const picture = make('img', { id: 'plain', alt: 'The live avatar' });
  const show = () => { picture.src = authorized(`/stream/${encodeURIComponent(channel.id)}.mjpeg`); };
  picture.addEventListener('error', () => {
    picture.alt = `There is no picture of the channel “${channel.id}” now.`;
    setTimeout(show, RETRY_MS);
  });
  document.body.replaceChildren(picture);
  show();
}
