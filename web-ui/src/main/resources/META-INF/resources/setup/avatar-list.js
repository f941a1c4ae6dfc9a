import { button, element, make } from '../dom.js';
import { listAvatars } from './setups.js';

/** The list of avatars, each with a button that shows it. */

/** What the list shows; it is not drawn anew without a change. */
let shown = '';

/**
 * @param {(avatar: string) => void} onUse
 * @throws {import('../server/call.js').CallError}
 */
export async function showAvatars(onUse) {
  const avatars = await listAvatars();
  const now = JSON.stringify(avatars);
  if (now !== shown) {
    shown = now;
    element('avatar-list', HTMLElement).replaceChildren(...avatars.map((avatar) => card(avatar, onUse)));
  }
}

/** @param {import('./setups.js').Avatar} avatar @param {(avatar: string) => void} onUse */
function card({ id, ready, problem, width, height, engine, preview }, onUse) {
  const use = button('Use', () => onUse(id), { 'aria-label': `Use the avatar ${id}` });
  use.disabled = !ready;
  return make('li', { 'data-avatar': id },
    make('div', { class: 'thumbnail' }, make('img', { src: preview, alt: '', loading: 'lazy' })),
    make('div', {},
      make('p', { class: 'said' }, id),
      make('p', { class: 'about' }, ready ? `${width} × ${height} · ${engine}` : problem ?? 'not ready yet')),
    use);
}
