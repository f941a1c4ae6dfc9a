/** The channel that the page shows. It is in the address, and changes without a new page: Back leads to the one before. */

const FIRST = 'main';

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

  /** @param {string} id */
  #set(id) {
    if (id !== this.id) {
      this.id = id;
      this.dispatchEvent(new Event('change'));
    }
  }
}

function idInAddress() {
  return new URLSearchParams(location.search).get('channel') || FIRST;
}
