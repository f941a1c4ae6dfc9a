import { TimelineFeed } from './feed.js';
import { TimelineView } from './timeline-view.js';
import { soundFile } from './utterance.js';
import { Wave } from './wave.js';

/** Shows the timeline of what the channel says while it is said. */

/** Sound that is missing at the end is the fade of the last sample, not a hole. */
const HOLE_S = 0.25;
const MOST_WAVES = 8;

/**
 * @param {import('../live/player.js').Player} player
 * @param {import('../live/sound.js').Sound} sound
 * @param {(timeline: import('./utterance.js').Timeline) => void} onTimeline reports what was read of each utterance
 */
export function showTimeline(player, sound, onTimeline) {
  const view = new TimelineView();
  const feed = new TimelineFeed();
  /** @type {Map<string, Wave>} of the utterance that is shown, and of those whose sound came before they are */
  const waves = new Map();
  const waveOf = (/** @type {string} */ utterance) => {
    const wave = waves.get(utterance) ?? new Wave();
    waves.set(utterance, wave);
    if (waves.size > MOST_WAVES) {
      waves.delete(waves.keys().next().value ?? '');
    }
    return wave;
  };

  player.addEventListener('audio', (event) => {
    const part = /** @type {CustomEvent<import('../live/multipart.js').Part>} */ (event).detail;
    const rate = Number(/rate=(\d+)/.exec(part.text('content-type') ?? '')?.[1] ?? 0);
    const utterance = part.text('x-utterance');
    if (rate > 0 && utterance) {
      waveOf(utterance).add(part.number('x-segment') ?? 0, rate, part.body);
    }
  });
  player.addEventListener('utterance', () => {
    if (player.utterance !== null) {
      feed.follow(player.utterance);
    }
  });
  player.addEventListener('draw', (event) => {
    const { frame, seenAt } = /** @type {CustomEvent} */ (event).detail;
    if (frame.utterance !== null) {
      view.play(frame.utterance, sound.positionAt(frame.utterance, seenAt) ?? frame.part.number('x-audio-position'));
    }
  });
  feed.addEventListener('absent', (event) => view.clear(/** @type {CustomEvent} */ (event).detail));
  feed.addEventListener('timeline', (event) => {
    /** @type {import('./utterance.js').Timeline} */
    const timeline = /** @type {CustomEvent} */ (event).detail;
    const wave = waveOf(timeline.utteranceId);
    view.show(timeline, wave);
    onTimeline(timeline);
    if (timeline.complete && wave.duration < timeline.duration - HOLE_S) {
      completeWave(wave, timeline, view);
    }
  });
}

/** Of speech that was joined in its middle, the sound's beginning was not heard here. @param {Wave} wave @param {import('./utterance.js').Timeline} timeline @param {TimelineView} view */
async function completeWave(wave, timeline, view) {
  const file = await soundFile(timeline.utteranceId).catch(() => null);
  if (file !== null) {
    wave.load(await file.arrayBuffer());
    view.show(timeline, wave);
  }
}
