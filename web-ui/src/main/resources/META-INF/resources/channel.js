import { call } from './server/call.js';

/** The channel that the page shows. It is in the address and changes without a reload: Back leads to the one before. */

export const MAIN = 'main';

/** Fires 'change' when another channel is to be shown. */
export class Channel extends EventTarget {
  id = idInAddress();

  constructor() {
    super();
    addEventListener('popstate', () => this.#set(idInAddress()));
  }

  /** Shows another channel from now on. @param {string} id */
  change(id) {
    if (id !== this.id) {
      const address = new URL(location.href);
      address.searchParams.set('channel', id);
      history.pushState(null, '', address);
      this.#set(id);
    }
  }

  /** The id of its avatar, if the server can be asked for it. @returns {Promise<string | undefined>} */
  avatar() {
    return avatarOf(this.id);
  }

  /** @param {string} id */
  #set(id) {
    if (id !== this.id) {
      this.id = id;
      this.dispatchEvent(new Event('change'));
    }
  }
}

/** The id of a channel's avatar, if the server can be asked for it. @param {string} channel @returns {Promise<string | undefined>} */
export async function avatarOf(channel) {
  const { avatar } = await call('GET', `/api/v1/channels/${encodeURIComponent(channel)}`).catch(() => ({}));
  return avatar;
}

function idInAddress() {
  return new URLSearchParams(location.search).get('channel') || MAIN;
}
