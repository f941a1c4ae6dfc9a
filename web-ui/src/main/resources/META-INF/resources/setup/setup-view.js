import { StateEvents } from '../server/events.js';
import { call, CallError } from '../server/call.js';
import { explain } from '../server/problems.js';
import { element } from '../dom.js';
import { showAvatars } from './avatar-list.js';
import { acceptDrops } from './drop.js';
import { ProgressView } from './progress-view.js';
import { SETUP_STATES, cancelSetup, isUnderWay, listSetups, openChannel, setupUrl, upload } from './setups.js';
import { StallTimer } from './stall.js';

/** Creates an avatar of a video or a picture: the form, the progress, the result. */

/** @typedef {import('./setups.js').Setup} Setup */

export class SetupView {
  #channel;
  #details = element('setup', HTMLDetailsElement);
  #form = element('setup-form', HTMLFormElement);
  #file = element('setup-file', HTMLInputElement);
  #message = element('setup-message', HTMLElement);
  #result = element('setup-result', HTMLElement);
  #progress = new ProgressView();
  #stall = new StallTimer(() => this.#stallSeconds * 1000, () => this.#onStall());
  /** @type {AbortController | null} of the upload that is under way */
  #upload = null;
  /** @type {Setup | null} the one that is followed */
  #setup = null;
  /** @type {StateEvents | null} */
  #events = null;
  #isStalled = false;
  /** Whether the setup that is followed is to be started again as soon as the server has ended it. */
  #isRetried = false;
  /** @type {Set<string>} setups given up here; the server may not know yet */
  #givenUp = new Set();

  /** @param {import('../channel.js').Channel} channel */
  constructor(channel) {
    this.#channel = channel;
    this.#details.addEventListener('toggle', () => this.#details.open && this.#open());
    acceptDrops(element('setup-drop', HTMLElement), this.#file, () => this.#showFile());
    this.#form.addEventListener('submit', (submit) => {
      submit.preventDefault();
      this.#begin();
    });
    element('setup-cancel', HTMLButtonElement).addEventListener('click', () => this.#cancel());
    element('setup-retry', HTMLButtonElement).addEventListener('click', () => this.#retry());
    element('setup-use', HTMLButtonElement).addEventListener('click', () => this.#use(this.#setup?.avatar ?? ''));
    // The list is there before it is looked at, so that it moves nothing.
    this.#showAvatars().catch(() => {});
  }

  get #stallSeconds() {
    return Number(this.#details.dataset.stalledAfter);
  }

  #showAvatars() {
    return showAvatars((avatar) => this.#use(avatar));
  }

  /** Shows the avatars, and follows a setup that is under way. */
  #open() {
    this.#report(async () => {
      await this.#showAvatars();
      const running = (await listSetups()).find((setup) => isUnderWay(setup) && !this.#givenUp.has(setup.id));
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
    this.#report(async () => {
      const setup = await upload(
        this.#filled(), (share) => this.#showProgress('Sending the file…', share * 100), cancel.signal);
      if (setup === null) {
        this.#end('Cancelled.');
      } else {
        this.#follow(setup);
      }
    }, true).finally(() => { this.#upload = null; });
  }

  /** The form without its empty fields: those are the server's to choose. */
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
    this.#progress.reset();
    this.#events = new StateEvents(
      `${setupUrl(setup.id)}/events`, SETUP_STATES, (event) => this.#show(event), () => this.#ask(setup));
    this.#show(setup);
    if (this.#setup !== null) {
      this.#events.open();
    }
  }

  /** There are no events any more: the server is away, or has forgotten the setup. @param {Setup} setup */
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
    if (isUnderWay(setup)) {
      // The server's remark on how long it has heard nothing changes all the time.
      const { state, stage, percent, secondsLeft } = setup;
      if (this.#stall.progressed(JSON.stringify([setup.id, state, stage, percent, secondsLeft]))) {
        this.#isStalled = false;
      }
      if (!this.#isStalled && !this.#isRetried) {
        this.#showProgress(stage ?? setup.detail ?? 'Waiting for its turn…', percent, secondsLeft);
      }
      return;
    }
    const isRetried = this.#isRetried;
    this.#unfollow();
    if (isRetried && setup.state !== 'done') {
      this.#begin();
    } else if (setup.state === 'done') {
      this.#setup = setup;
      this.#showResult(setup);
    } else {
      this.#end(setup.state === 'cancelled' ? 'Cancelled.' : explain(setup.code, setup.detail), setup.state === 'failed');
    }
  }

  #unfollow() {
    this.#events?.close();
    this.#events = null;
    this.#stall.stop();
    this.#isStalled = false;
    this.#isRetried = false;
    this.#setup = null;
  }

  /** One that waits behind another has not stalled. */
  async #onStall() {
    const setup = this.#setup;
    const others = setup?.state === 'queued' ? await listSetups().catch(() => []) : [];
    if (setup === null || setup !== this.#setup) {
      return;
    }
    if (others.some(({ id, state }) => id !== setup.id && state === 'running')) {
      this.#stall.restart();
    } else {
      this.#isStalled = true;
      this.#progress.showStall(this.#stallSeconds);
    }
  }

  /** @param {string} stage @param {number} percent @param {number | null} [secondsLeft] */
  #showProgress(stage, percent, secondsLeft) {
    this.#form.inert = true;
    this.#say('');
    this.#progress.show(stage, percent, secondsLeft);
  }

  /** @param {Setup} setup */
  #showResult({ avatar }) {
    this.#end(`The avatar “${avatar}” is ready.`);
    const preview = element('setup-preview', HTMLImageElement);
    preview.src = `/api/v1/avatars/${encodeURIComponent(avatar)}/preview.png`;
    preview.alt = `Every mouth shape of ${avatar}`;
    this.#result.hidden = false;
    element('setup-use', HTMLButtonElement).focus();
    this.#report(() => this.#showAvatars());
  }

  /** @param {string} message @param {boolean} [isBad] */
  #end(message, isBad = false) {
    this.#progress.hide();
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
    if (setup === null) {
      return;
    }
    if (this.#isStalled || this.#isRetried) {
      this.#giveUp(setup);
      this.#end('Cancelled. The server ends the stalled setup as soon as a worker answers.');
    } else {
      this.#report(() => cancelSetup(setup.id));
    }
  }

  /**
   * Starts the stalled setup again, once the server has ended it: until then it refuses another one of the same name. After
   * a reload of the page the file has to be chosen again.
   */
  #retry() {
    const setup = this.#setup;
    if (setup !== null && this.#file.files?.length) {
      this.#isStalled = false;
      this.#isRetried = true;
      this.#showProgress('Waiting for the server to end the stalled setup…', 0);
      this.#stall.restart();
      this.#report(() => cancelSetup(setup.id));
    } else if (setup !== null) {
      this.#giveUp(setup);
      this.#end('The stalled setup was cancelled. Choose the file again, then create the avatar.');
      this.#file.focus();
    }
  }

  /** Follows a setup no longer: nobody may be there to report its end. @param {Setup} setup */
  #giveUp(setup) {
    this.#givenUp.add(setup.id);
    this.#unfollow();
    cancelSetup(setup.id).catch(() => {});
  }

  /** @param {string} avatar */
  #use(avatar) {
    this.#report(async () => {
      this.#channel.change(await openChannel(avatar));
      this.#say(`The page shows “${avatar}” now.`);
    });
  }

  /** @param {() => Promise<void>} action @param {boolean} [ends] whether a failure ends what is under way */
  async #report(action, ends = false) {
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
