package avatar.bench.timelines;

import avatar.contract.json.Json;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Word;
import avatar.phonetics.speech.TimedSpeech;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A recording with labels: the time of each sound.
 *
 * @param phones ARPAbet, or a pause; empty if not labelled
 * @param words empty if not labelled
 */
public record LabelledSpeech(String id, Path recording, String text, List<Phoneme> phones, List<Word> words) {

    /** The list in a folder of labelled speech. */
    static final String LIST = "utterances.json";

    private static final int NANO_DIGITS = 9;

    public LabelledSpeech {
        phones = List.copyOf(phones);
        words = List.copyOf(words);
    }

    /**
     * Reads {@value #LIST}: {@code [{id, wav, text, phones: [{arpabet, start, end}], words: [{text, start, end}]}]}.
     */
    public static List<LabelledSpeech> readAll(Path folder) throws IOException {
        List<LabelledSpeech> all = new ArrayList<>();
        for (JsonNode entry : Json.mapper().readTree(Files.readAllBytes(folder.resolve(LIST)))) {
            all.add(new LabelledSpeech(
                    entry.required("id").asText(),
                    folder.resolve(entry.required("wav").asText()),
                    entry.required("text").asText(),
                    labels(entry.path("phones")).map(LabelledSpeech::phone).toList(),
                    labels(entry.path("words")).map(LabelledSpeech::word).toList()));
        }
        return all;
    }

    private static Stream<JsonNode> labels(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Phoneme phone(JsonNode label) {
        return new Phoneme(label.path("arpabet").asText(TimedSpeech.PAUSE), start(label), end(label));
    }

    private static Word word(JsonNode label) {
        return new Word(label.required("text").asText(), start(label), end(label));
    }

    private static Duration start(JsonNode label) {
        return seconds(label.required("start").decimalValue());
    }

    private static Duration end(JsonNode label) {
        return seconds(label.required("end").decimalValue());
    }

    private static Duration seconds(BigDecimal seconds) {
        return Duration.ofNanos(seconds.movePointRight(NANO_DIGITS).longValue());
    }
}
