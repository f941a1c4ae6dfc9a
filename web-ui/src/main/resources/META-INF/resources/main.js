import { Channel } from './channel.js';
import { element } from './dom.js';
import { showHistory } from './history/history-view.js';
import { showBackdrop } from './live/backdrop.js';
import { ChannelClock } from './live/clock.js';
import { DebugView } from './live/debug.js';
import { showLabel } from './live/label.js';
import { showPlainStream } from './live/plain.js';
import { Player } from './live/player.js';
import { Sound } from './live/sound.js';
import { showConnection, showSoundButton } from './live/stage.js';
import { offerSignIn } from './server/sign-in.js';
import { SetupView } from './setup/setup-view.js';
import { followSpeech } from './speech/speech-events.js';
import { SpeechForm } from './speech/speech-form.js';
import { showStatus } from './speech/status-view.js';
import { showTimeline } from './timeline/timeline.js';

/** Assembles the page. `?channel=` chooses a channel, `?plain` the picture alone, `?debug` shows measurements. */

const query = new URLSearchParams(location.search);
const channel = new Channel();
if (query.has('plain')) {
  showPlainStream(channel);
} else {
  showPage();
}

function showPage() {
  offerSignIn();
  const status = showStatus();
  const form = new SpeechForm(channel, status);
  const history = showHistory(channel, form);
  followSpeech(channel, (event) => {
    status.event(event);
    if (event.state === 'synthesizing' && event.detail) {
      history.learn(event.utteranceId, { voiceNote: event.detail });
    }
  });
  const player = showPlayer((timeline) => history.learn(timeline.utteranceId, { voice: form.voices.nameOf(timeline.voice) }));
  player.addEventListener('utterance', () => status.shown(player.utterance));
  new SetupView(channel);
  channel.addEventListener('change', showEmbedding);
  showEmbedding();
  document.documentElement.dataset.ready = '';
}

/** @param {(timeline: import('./timeline/utterance.js').Timeline) => void} onTimeline */
function showPlayer(onTimeline) {
  const clock = new ChannelClock();
  const sound = new Sound(clock);
  const canvas = element('avatar', HTMLCanvasElement);
  const player = new Player(canvas, channel.id, clock, sound);
  channel.addEventListener('change', () => player.watch(channel.id));
  showConnection(player, channel);
  showSoundButton(sound);
  showLabel(player);
  showBackdrop(element('backdrop', HTMLCanvasElement), canvas, player);
  showTimeline(player, sound, onTimeline);
  if (query.has('debug')) {
    new DebugView(element('debug', HTMLElement), player, clock, sound);
  }
  // A page that waits behind the Back button keeps no connection.
  addEventListener('pagehide', () => player.stop());
  addEventListener('pageshow', () => player.start());
  player.start();
  return player;
}

function showEmbedding() {
  const stream = `${location.origin}/stream/${encodeURIComponent(channel.id)}.mjpeg`;
  element('embed', HTMLElement).textContent = `<img src="${stream}">`;
}
