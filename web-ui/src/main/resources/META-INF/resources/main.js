import { ChannelClock } from './clock.js';
import { DebugView } from './debug.js';
import { Player } from './player.js';
import { Sound } from './sound.js';
import { SpeechError, SpeechEvents, listVoices, speak, stopSpeech } from './speech.js';
import { Status } from './status.js';

/** Puts the page together. `?channel=` chooses a channel, `?plain` the picture alone, `?debug` shows measurements. */

const VOICE_KEY = 'avatar.voice';
const SOUND_LABELS = {
  locked: 'Sound is off – click to hear',
  on: 'Mute',
  muted: 'Unmute',
};

const element = (id) => document.getElementById(id);
const query = new URLSearchParams(location.search);
const channel = query.get('channel') || 'main';

const status = new Status((state, text) => {
  element('status').dataset.status = state;
  element('status-text').textContent = text;
});

element('embed').textContent = `<img src="${location.origin}/stream/${channel}.mjpeg">`;

if (query.has('plain')) {
  showPlainStream();
} else {
  showPlayer();
}
showSpeech();
showVoices();

/** Without sound, as everybody else sees it who puts the stream into an <img>. */
function showPlainStream() {
  const picture = document.createElement('img');
  picture.id = 'plain';
  picture.alt = 'The live avatar';
  picture.src = `/stream/${encodeURIComponent(channel)}.mjpeg`;
  picture.addEventListener('load', () => {
    element('stage').style.setProperty('--aspect', String(picture.naturalWidth / picture.naturalHeight));
  });
  element('avatar').hidden = true;
  element('live').hidden = true;
  element('stage').append(picture);
}

function showPlayer() {
  const clock = new ChannelClock();
  const sound = new Sound(clock);
  const player = new Player(element('avatar'), channel, clock, sound);
  player.addEventListener('state', () => showConnection(player));
  player.addEventListener('utterance', () => status.shown(player.utterance));
  showSoundButton(sound);
  if (query.has('debug')) {
    new DebugView(element('debug'), player, clock, sound);
  }
  // A page that waits behind the Back button keeps no connection.
  addEventListener('pagehide', () => player.stop());
  addEventListener('pageshow', () => player.start());
  player.start();
}

function showConnection(player) {
  element('live').dataset.live = player.live ? 'yes' : 'no';
  element('live-text').textContent = player.live ? 'Live' : 'Connecting';
  element('overlay-detail').textContent = player.problem;
}

function showSoundButton(sound) {
  const button = element('sound');
  const show = () => {
    button.dataset.sound = sound.state;
    button.title = SOUND_LABELS[sound.state];
    element('sound-text').textContent = SOUND_LABELS[sound.state];
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

function showSpeech() {
  const form = element('speech');
  const text = element('text');
  const count = () => { element('count').textContent = `${text.value.length} / ${text.maxLength}`; };
  text.addEventListener('input', count);
  text.addEventListener('keydown', (key) => {
    if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) {
      key.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener('submit', (submit) => {
    submit.preventDefault();
    status.sending();
    tell(async () => status.accepted(await speak(channel, text.value, element('voice').value)));
  });
  element('stop').addEventListener('click', () => tell(() => stopSpeech(channel)));
  count();
  new SpeechEvents(channel, (event) => status.event(event)).open();
}

async function tell(action) {
  try {
    await action();
  } catch (failure) {
    if (!(failure instanceof SpeechError)) {
      throw failure;
    }
    status.error(failure.message);
  }
}

async function showVoices() {
  let voices = [];
  try {
    voices = await listVoices();
  } catch {
    setTimeout(showVoices, 5000);
  }
  const select = element('voice');
  select.replaceChildren(...voices.map((voice) => {
    const option = new Option(voice.available ? voice.name : `${voice.name} – ${voice.reason}`, voice.id);
    option.disabled = !voice.available;
    return option;
  }));
  // Without a wish the service decides: the first of hundreds would be one of a language nobody asked for.
  select.prepend(new Option(voices.length === 0 ? 'The voices can’t be listed right now' : 'As configured', ''));
  select.disabled = voices.length === 0;
  remember(select);
}

function remember(select) {
  const choice = localStorage.getItem(VOICE_KEY);
  if ([...select.options].some((option) => option.value === choice && !option.disabled)) {
    select.value = choice;
  } else {
    select.value = '';
  }
  select.onchange = () => localStorage.setItem(VOICE_KEY, select.value);
}
