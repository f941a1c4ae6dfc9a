import { StateEvents } from '../server/events.js';
import { call, CallError } from '../server/call.js';
import { explain } from '../server/problems.js';
import { element } from '../dom.js';
import { timeLeft } from '../duration.js';
import { showAvatars } from './avatar-list.js';
import { acceptDrops } from './drop.js';
import { SETUP_STATES, cancelSetup, listSetups, openChannel, setupUrl, upload } from './setups.js';

/** Makes an avatar of somebody's video or picture: the form, how far it is, and what came of it. */

/** @typedef {import('./setups.js').Setup} Setup */

export class SetupView {
  #channel;
  #form = element('setup-form', HTMLFormElement);
  #file = element('setup-file', HTMLInputElement);
  #progress = element('setup-progress', HTMLElement);
  #bar = element('setup-bar', HTMLProgressElement);
  #stage = element('setup-stage', HTMLElement);
  #message = element('setup-message', HTMLElement);
  #result = element('setup-result', HTMLElement);
  /** @type {AbortController | null} of the upload that is under way */
  #upload = null;
  /** @type {Setup | null} the one that is followed */
  #setup = null;
  /** @type {StateEvents | null} */
  #events = null;

  /** @param {import('../channel.js').Channel} channel */
  constructor(channel) {
    this.#channel = channel;
    const details = element('setup', HTMLDetailsElement);
    details.addEventListener('toggle', () => details.open && this.#open());
    acceptDrops(element('setup-drop', HTMLElement), this.#file, () => this.#showFile());
    this.#form.addEventListener('submit', (submit) => {
      submit.preventDefault();
      this.#begin();
    });
    element('setup-cancel', HTMLButtonElement).addEventListener('click', () => this.#cancel());
    element('setup-use', HTMLButtonElement).addEventListener('click', () => this.#use(this.#setup?.avatar ?? ''));
  }

  /** Shows what there is, and takes up a setup that is under way. */
  #open() {
    this.#tell(async () => {
      await showAvatars((avatar) => this.#use(avatar));
      const running = (await listSetups()).find(({ state }) => state === 'queued' || state === 'running');
      if (running && this.#setup === null && this.#upload === null) {
        this.#follow(running);
      }
    });
  }

  #showFile() {
    const file = this.#file.files?.[0];
    element('setup-file-name', HTMLElement).textContent = file
      ? `${file.name}, ${(file.size / 1e6).toFixed(1)} MB`
      : 'Drop a video or a picture here, or choose one';
  }

  #begin() {
    const cancel = new AbortController();
    this.#upload = cancel;
    this.#result.hidden = true;
    this.#showProgress('Sending the file…', 0);
    this.#tell(async () => {
      const setup = await upload(
        this.#filled(), (share) => this.#showProgress('Sending the file…', share * 100), cancel.signal);
      if (setup === null) {
        this.#end('Cancelled.');
      } else {
        this.#follow(setup);
      }
    }, true).finally(() => { this.#upload = null; });
  }

  /** The form without what was left empty: that is the server's to choose. */
  #filled() {
    const filled = new FormData();
    for (const [name, value] of new FormData(this.#form)) {
      if (value !== '') {
        filled.append(name, value);
      }
    }
    return filled;
  }

  /** @param {Setup} setup */
  #follow(setup) {
    this.#events?.close();
    this.#events = new StateEvents(
      `${setupUrl(setup.id)}/events`, SETUP_STATES, (event) => this.#show(event), () => this.#ask(setup));
    this.#show(setup);
    if (this.#setup !== null) {
      this.#events.open();
    }
  }

  /** Nothing tells of a setup any more: the server is gone for a while, or has forgotten it. @param {Setup} setup */
  async #ask(setup) {
    try {
      this.#show(await call('GET', setupUrl(setup.id)));
    } catch (failure) {
      if (failure instanceof CallError && failure.status === 404) {
        this.#show({ ...setup, state: 'failed', code: failure.code, detail: 'The server has forgotten this setup' });
      }
    }
  }

  /** @param {Setup} setup */
  #show(setup) {
    this.#setup = setup;
    if (setup.state === 'queued' || setup.state === 'running') {
      this.#showProgress(setup.stage ?? setup.detail ?? 'Waiting for its turn…', setup.percent, setup.secondsLeft);
      return;
    }
    this.#events?.close();
    this.#events = null;
    if (setup.state === 'done') {
      this.#showResult(setup);
    } else {
      this.#setup = null;
      this.#end(setup.state === 'cancelled' ? 'Cancelled.' : explain(setup.code, setup.detail), setup.state === 'failed');
    }
  }

  /** @param {string} stage @param {number} percent @param {number | null} [secondsLeft] */
  #showProgress(stage, percent, secondsLeft = null) {
    this.#progress.hidden = false;
    this.#form.inert = true;
    this.#say('');
    this.#bar.value = percent;
    this.#stage.textContent = stage;
    element('setup-left', HTMLElement).textContent = `${Math.round(percent)} % ${timeLeft(secondsLeft)}`;
  }

  /** @param {Setup} setup */
  #showResult({ avatar }) {
    this.#end(`The avatar “${avatar}” is ready.`);
    const preview = element('setup-preview', HTMLImageElement);
    preview.src = `/api/v1/avatars/${encodeURIComponent(avatar)}/preview.png`;
    preview.alt = `Every mouth shape of ${avatar}`;
    this.#result.hidden = false;
    element('setup-use', HTMLButtonElement).focus();
    this.#tell(() => showAvatars((other) => this.#use(other)));
  }

  /** @param {string} message @param {boolean} [isBad] */
  #end(message, isBad = false) {
    this.#progress.hidden = true;
    this.#form.inert = false;
    this.#say(message, isBad);
  }

  /** @param {string} message @param {boolean} [isBad] */
  #say(message, isBad = false) {
    this.#message.textContent = message;
    this.#message.classList.toggle('bad', isBad);
  }

  #cancel() {
    this.#upload?.abort();
    const setup = this.#setup;
    if (setup !== null) {
      this.#tell(() => cancelSetup(setup.id));
    }
  }

  /** @param {string} avatar */
  #use(avatar) {
    this.#tell(async () => {
      this.#channel.change(await openChannel(avatar));
      this.#say(`The page shows “${avatar}” now.`);
    });
  }

  /** @param {() => Promise<void>} action @param {boolean} [ends] whether a failure is the end of what goes on */
  async #tell(action, ends = false) {
    try {
      await action();
    } catch (failure) {
      if (!(failure instanceof CallError)) {
        throw failure;
      }
      (ends ? this.#end : this.#say).call(this, failure.message, true);
    }
  }
}
