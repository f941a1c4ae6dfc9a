package avatar.cli.api;

import avatar.contract.speech.SpeechState;
import org.jspecify.annotations.Nullable;

/**
 * How far an utterance has come.
 *
 * @param detail for people
 */
public record Utterance(
        String utteranceId, SpeechState state, @Nullable String detail) {}
