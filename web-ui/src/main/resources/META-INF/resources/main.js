import { Channel } from './channel.js';
import { element } from './dom.js';
import { showHistory } from './history/history-view.js';
import { showBackdrop } from './live/backdrop.js';
import { ChannelClock } from './live/clock.js';
import { DebugView } from './live/debug.js';
import { showLabel } from './live/label.js';
import { Player } from './live/player.js';
import { Sound } from './live/sound.js';
import { showConnection, showPlainStream, showSoundButton } from './live/stage.js';
import { SetupView } from './setup/setup-view.js';
import { followSpeech } from './speech/speech-events.js';
import { SpeechForm } from './speech/speech-form.js';
import { Status } from './speech/status.js';
import { showTimeline } from './timeline/timeline.js';

/** Puts the page together. `?channel=` chooses a channel, `?plain` the picture alone, `?debug` shows measurements. */

const query = new URLSearchParams(location.search);
const channel = new Channel();
const status = new Status((state, text) => {
  element('status', HTMLElement).dataset.status = state;
  element('status-text', HTMLElement).textContent = text;
});

if (query.has('plain')) {
  showPlainStream(channel);
} else {
  showPlayer();
}
const form = new SpeechForm(channel, status);
followSpeech(channel, (event) => status.event(event));
showHistory(channel, form);
new SetupView(channel);
channel.addEventListener('change', showEmbedding);
showEmbedding();

function showPlayer() {
  const clock = new ChannelClock();
  const sound = new Sound(clock);
  const canvas = element('avatar', HTMLCanvasElement);
  const player = new Player(canvas, channel.id, clock, sound);
  player.addEventListener('utterance', () => status.shown(player.utterance));
  channel.addEventListener('change', () => player.watch(channel.id));
  showConnection(player);
  showSoundButton(sound);
  showLabel(player);
  showBackdrop(element('backdrop', HTMLCanvasElement), canvas, player);
  showTimeline(player, sound);
  if (query.has('debug')) {
    new DebugView(element('debug', HTMLElement), player, clock, sound);
  }
  // A page that waits behind the Back button keeps no connection.
  addEventListener('pagehide', () => player.stop());
  addEventListener('pageshow', () => player.start());
  player.start();
}

function showEmbedding() {
  const stream = `${location.origin}/stream/${encodeURIComponent(channel.id)}.mjpeg`;
  element('embed', HTMLElement).textContent = `<img src="${stream}">`;
}
