import { MAIN } from '../channel.js';
import { element } from '../dom.js';

/** The place of the live picture: the state of the connection, the sound's button. */

const SOUND_LABELS = {
  locked: 'Sound is off – click to hear',
  on: 'Mute',
  muted: 'Unmute',
};

/**
 * Shows whether the picture is live, and if not, why; from an unknown channel a link leads to the main one.
 * @param {import('./player.js').Player} player
 * @param {import('../channel.js').Channel} channel
 */
export function showConnection(player, channel) {
  const link = element('overlay-link', HTMLAnchorElement);
  player.addEventListener('state', () => {
    const { live, missing, problem } = player;
    element('live', HTMLElement).dataset.live = live ? 'yes' : 'no';
    element('live-text', HTMLElement).textContent = live ? 'Live' : missing ? 'No such channel' : 'Connecting';
    element('overlay', HTMLElement).dataset.missing = missing ? 'yes' : 'no';
    element('overlay-title', HTMLElement).textContent = missing ? `There is no channel “${channel.id}”` : 'Connecting…';
    element('overlay-detail', HTMLElement).textContent = missing
      ? 'Check its name in the address.'
      : problem;
    link.hidden = !missing || channel.id === MAIN;
  });
  link.addEventListener('click', (click) => {
    click.preventDefault();
    channel.change(MAIN);
  });
}

/** @param {import('./sound.js').Sound} sound */
export function showSoundButton(sound) {
  const button = element('sound', HTMLButtonElement);
  const show = () => {
    button.dataset.sound = sound.state;
    button.title = SOUND_LABELS[sound.state];
    element('sound-text', HTMLElement).textContent = SOUND_LABELS[sound.state];
  };
  sound.addEventListener('change', show);
  // Any use of the page permits sound; a touch does when it ends.
  let wasLocked = false;
  for (const gesture of ['pointerdown', 'pointerup', 'keydown']) {
    document.addEventListener(gesture, () => {
      wasLocked = gesture === 'pointerup' ? wasLocked : sound.state === 'locked';
      sound.unlock();
    }, { capture: true });
  }
  button.addEventListener('click', () => {
    if (!wasLocked) {
      sound.muted = sound.state === 'on';
    }
  });
  // Browsers that trust the page permit sound at once; asking takes them a moment.
  setTimeout(show, 300);
}
