package avatar.contract.api;

import avatar.contract.speech.SpeechState;

/** The answer to accepted speech: Kafka has it. */
public record AcceptedUtterance(String utteranceId, String channel, SpeechState state) {}
