import { awaitRender, deleteRender, startRender } from '../server/renders.js';

/**
 * Plays a short sample of a voice in this browser only: a render of today's date in the voice's language, with the
 * smallest picture there is. The live channel, which others may watch, is not used for it.
 */

/** @typedef {import('./speech.js').Voice} Voice */
/** @typedef {'loading' | 'playing' | 'idle'} State */

const SMALLEST = { width: 64, fps: 1, leadIn: 0, leadOut: 0.1 };
const MP4 = 'video/mp4; codecs="avc1.42E01E, mp4a.40.2"';

export class Sample {
  #channel;
  /** @type {AbortController | null} of the sample that loads or plays */
  #current = null;

  /** @param {import('../channel.js').Channel} channel whose avatar the render is made of */
  constructor(channel) {
    this.#channel = channel;
  }

  /** Ends the sample that loads or plays. */
  stop() {
    this.#current?.abort();
    this.#current = null;
  }

  /**
   * Plays a sample in place of the one before.
   * @param {Voice} voice
   * @param {(state: State) => void} onState
   * @throws {import('../server/call.js').CallError}
   */
  async play(voice, onState) {
    this.stop();
    const cancel = new AbortController();
    this.#current = cancel;
    onState('loading');
    try {
      const audio = new Audio();
      const format = audio.canPlayType(MP4) === '' ? 'webm' : 'mp4';
      const avatar = await this.#channel.avatar();
      const render = await awaitRender(
        await startRender({ text: sampleText(voice), ...(voice.id && { voice: voice.id }), ...(avatar && { avatar }), format, ...SMALLEST }),
        () => {}, cancel.signal);
      if (render.state === 'done' && render.url !== null && !cancel.signal.aborted) {
        audio.src = render.url;
        onState('playing');
        await played(audio, cancel.signal);
        deleteRender(render);
      }
    } finally {
      onState('idle');
    }
  }
}

/** Today's date, which every language has a form of. @param {Voice} voice */
export function sampleText({ language }, now = new Date()) {
  try {
    return now.toLocaleDateString(language || 'en-US', { dateStyle: 'full' });
  } catch {
    return now.toLocaleDateString('en-US', { dateStyle: 'full' });
  }
}

/** @param {HTMLAudioElement} audio @param {AbortSignal} cancelled */
async function played(audio, cancelled) {
  const over = new Promise((resolve) => {
    audio.addEventListener('ended', resolve);
    audio.addEventListener('error', resolve);
    cancelled.addEventListener('abort', resolve);
  });
  await audio.play().then(() => over, () => {});
  audio.pause();
}
