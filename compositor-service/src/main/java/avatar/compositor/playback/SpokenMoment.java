package avatar.compositor.playback;

import avatar.contract.viseme.Viseme;

/**
 * What an utterance does with the mouth at one moment.
 *
 * @param sinceNanos channel time at which that viseme began
 * @param positionNanos in the utterance's audio
 */
record SpokenMoment(String utteranceId, Viseme viseme, long sinceNanos, long positionNanos) {}
