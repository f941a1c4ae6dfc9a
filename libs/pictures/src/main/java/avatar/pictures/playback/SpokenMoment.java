package avatar.pictures.playback;

import avatar.contract.viseme.Viseme;

/**
 * The viseme of an utterance and the movement of the mouth at one moment.
 *
 * @param viseme that is spoken
 * @param positionNanos in the utterance's audio
 */
record SpokenMoment(String utteranceId, Viseme viseme, LipGoal lips, long positionNanos) {}
