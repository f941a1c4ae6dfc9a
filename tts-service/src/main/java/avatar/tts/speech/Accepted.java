package avatar.tts.speech;

import avatar.contract.speech.SpeechState;

/** What a caller is told of an utterance that Kafka has. */
public record Accepted(String utteranceId, String channel, SpeechState state) {}
