import { element } from '../dom.js';
import { recall, remember } from '../storage.js';
import { call } from './call.js';

/** Signing in with an API key where the server asks for one; the browser then has a cookie that no script can read. */

const SIGNED_IN = 'avatar.signed-in';

export function offerSignIn() {
  const dialog = element('sign-in', HTMLDialogElement);
  const key = element('sign-in-key', HTMLInputElement);
  const message = element('sign-in-message', HTMLElement);
  const account = element('account', HTMLButtonElement);
  let isRefused = false;

  const show = () => {
    isRefused = true;
    account.hidden = false;
    account.textContent = 'Sign in';
    dialog.showModal();
  };
  // Once: whoever has closed it finds the button.
  addEventListener('unauthenticated', () => {
    if (!isRefused) {
      show();
    }
  });
  dialog.querySelector('form')?.addEventListener('submit', async (event) => {
    event.preventDefault();
    message.textContent = '';
    try {
      await call('POST', '/api/v1/session', { key: key.value.trim() });
      remember(SIGNED_IN, 'yes');
      reload();
    } catch (failure) {
      const { status, message: words } = /** @type {import('./call.js').CallError} */ (failure);
      message.textContent = status === 401 ? 'This key is unknown or revoked. Is all of it there?' : words;
      key.select();
    }
  });
  element('sign-in-cancel', HTMLButtonElement).addEventListener('click', () => dialog.close());
  account.hidden = recall(SIGNED_IN) !== 'yes';
  account.addEventListener('click', async () => {
    if (isRefused) {
      show();
      return;
    }
    await call('DELETE', '/api/v1/session').catch(() => {});
    remember(SIGNED_IN, '');
    reload();
  });
}

/** Without the token of a link, which would go before the key. */
function reload() {
  const address = new URL(location.href);
  address.searchParams.delete('token');
  location.replace(address);
  if (address.href === location.href) {
    location.reload();
  }
}
