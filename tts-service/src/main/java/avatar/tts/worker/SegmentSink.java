package avatar.tts.worker;

import avatar.contract.speech.SpeechSegment;

/** The destination of segments. */
interface SegmentSink {

    /**
     * Returns when the segment is stored.
     *
     * @throws avatar.contract.problem.AvatarException KAFKA_UNAVAILABLE
     */
    void publish(SpeechSegment segment);
}
