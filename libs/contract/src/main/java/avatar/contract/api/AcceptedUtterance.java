package avatar.contract.api;

import avatar.contract.speech.SpeechState;

/** The answer to a speech request that Kafka has stored. */
public record AcceptedUtterance(String utteranceId, String channel, SpeechState state) {}
