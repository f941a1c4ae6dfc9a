package avatar.pictures.playback;

import avatar.contract.viseme.Viseme;

/**
 * What an utterance says, and does with the mouth, at one moment.
 *
 * @param viseme of what is said
 * @param positionNanos in the utterance's audio
 */
record SpokenMoment(String utteranceId, Viseme viseme, LipGoal lips, long positionNanos) {}
