package avatar.speech.edge;

import avatar.contract.json.Json;
import avatar.speech.edge.EdgeFailure.Kind;
import avatar.speech.synthesis.Voice;
import avatar.speech.synthesis.Voice.Gender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The voices of the service by its latest list; before the first list, every id with the form of a voice name is
 * accepted.
 */
final class EdgeVoices {

    /**
     * {@code en-US-JennyNeural}, {@code zh-CN-liaoning-XiaobeiNeural}: a language, and a name that ends in "Neural".
     */
    private static final Pattern ID =
            Pattern.compile("([a-z]{2,3}(?:-[A-Za-z0-9]{2,10}){0,3})-([A-Za-z][A-Za-z0-9]{1,40})Neural");

    private static final int MOST = 5_000;

    private volatile Map<String, Listed> listed = Map.of();

    /**
     * Replaces the list.
     *
     * @throws EdgeFailure if {@code json} is not a list of voices
     */
    void update(byte[] json) {
        Map<String, Listed> voices = new TreeMap<>();
        for (JsonNode voice : tree(json)) {
            String id = voice.path("ShortName").asText();
            if (isId(id) && voices.size() < MOST) {
                voices.put(id, Listed.of(id, voice));
            }
        }
        if (voices.isEmpty()) {
            throw new EdgeFailure(Kind.BROKEN, "Expected at least one voice in the list, found none");
        }
        listed = Collections.unmodifiableMap(voices);
    }

    /** All voices; before the first list, only {@code known}. */
    Iterable<Listed> all(String known) {
        Map<String, Listed> now = listed;
        return now.isEmpty() ? Listed.named(known).stream().toList() : now.values();
    }

    Optional<Listed> find(String id) {
        Map<String, Listed> now = listed;
        return now.isEmpty() ? Listed.named(id) : Optional.ofNullable(now.get(id));
    }

    private static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new EdgeFailure(
                    Kind.BROKEN, "Expected a list of voices as JSON, found %d bytes".formatted(json.length), e);
        }
    }

    /** A voice of the service. */
    record Listed(String id, String name, String language, Gender gender) {

        private static Listed of(String id, JsonNode voice) {
            Listed named = named(id).orElseThrow();
            return new Listed(
                    id,
                    voice.path("FriendlyName").asText(named.name()),
                    voice.path("Locale").asText(named.language()),
                    voice.path("Gender").asText().equals("Male") ? Gender.MALE : Gender.FEMALE);
        }

        /** A voice known by its name alone; its gender is a guess. */
        private static Optional<Listed> named(String id) {
            Matcher parts = ID.matcher(id);
            return parts.matches()
                    ? Optional.of(new Listed(id, parts.group(2), parts.group(1), Gender.FEMALE))
                    : Optional.empty();
        }

        Voice described(@Nullable String reason) {
            return new Voice(id, name, language, gender, "edge", reason == null, reason);
        }
    }
}
