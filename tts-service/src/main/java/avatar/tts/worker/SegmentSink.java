package avatar.tts.worker;

import avatar.contract.speech.SpeechSegment;

/** Where segments go. */
interface SegmentSink {

    /**
     * Returns when it is there.
     *
     * @throws avatar.contract.problem.AvatarException KAFKA_UNAVAILABLE
     */
    void publish(SpeechSegment segment);
}
