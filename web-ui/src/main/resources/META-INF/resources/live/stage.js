import { element, make } from '../dom.js';

/** The place where the avatar stands, when its page plays it: the connection, the sound's button. */

const SOUND_LABELS = {
  locked: 'Sound is off – click to hear',
  on: 'Mute',
  muted: 'Unmute',
};

/** Tells whether the picture is live. @param {import('./player.js').Player} player */
export function showConnection(player) {
  player.addEventListener('state', () => {
    element('live', HTMLElement).dataset.live = player.live ? 'yes' : 'no';
    element('live-text', HTMLElement).textContent = player.live ? 'Live' : 'Connecting';
    element('overlay-detail', HTMLElement).textContent = player.problem;
  });
}

/** @param {import('./sound.js').Sound} sound */
export function showSoundButton(sound) {
  const button = element('sound', HTMLButtonElement);
  const show = () => {
    button.dataset.sound = sound.state;
    button.title = SOUND_LABELS[sound.state];
    element('sound-text', HTMLElement).textContent = SOUND_LABELS[sound.state];
    button.hidden = false;
  };
  sound.addEventListener('change', show);
  // Any use of the page is leave to sound; a touch is one when it ends.
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
  // Browsers that trust the page let it sound at once; asking takes them a moment.
  setTimeout(show, 300);
}

/**
 * Without sound, as everybody else sees it who puts the stream into an <img>.
 * @param {import('../channel.js').Channel} channel
 */
export function showPlainStream(channel) {
  const picture = make('img', { id: 'plain', alt: 'The live avatar' });
  const show = () => { picture.src = `/stream/${encodeURIComponent(channel.id)}.mjpeg`; };
  picture.addEventListener('load', () => {
    element('stage', HTMLElement).style.setProperty('--aspect', String(picture.naturalWidth / picture.naturalHeight));
  });
  for (const id of ['avatar', 'backdrop', 'live', 'label', 'label-switch', 'timeline']) {
    element(id, HTMLElement).hidden = true;
  }
  channel.addEventListener('change', show);
  element('stage', HTMLElement).append(picture);
  show();
}
