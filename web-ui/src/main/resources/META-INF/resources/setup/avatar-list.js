import { button, element, make } from '../dom.js';
import { listAvatars } from './setups.js';

/** The avatars there are, each with a button to use it. */

/**
 * @param {(avatar: string) => void} onUse
 * @throws {import('../server/call.js').CallError}
 */
export async function showAvatars(onUse) {
  const avatars = await listAvatars();
  element('avatar-list', HTMLElement).replaceChildren(...avatars.map((avatar) => card(avatar, onUse)));
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
