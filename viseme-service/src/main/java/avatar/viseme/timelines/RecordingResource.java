package avatar.viseme.timelines;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.SpokenTimeline;
import avatar.contract.viseme.Word;
import avatar.lips.alignment.SpeechTimelines;
import avatar.lips.alignment.WaveFile;
import avatar.phonetics.align.Effort;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Provider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/timelines} with a form: a text and its recording in, timeline, phonemes and words out. Nothing is
 * stored.
 */
@Path("/api/v1/timelines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
public class RecordingResource {

    private static final String ENGLISH = "en-US";

    /** More words than fit into ten minutes. */
    private static final int MAX_WORDS = 4_000;

    private static final ObjectReader WORDS =
            Json.mapper().readerForListOf(Word.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Provider<SpeechTimelines> timelines;

    RecordingResource(Provider<SpeechTimelines> timelines) {
        this.timelines = timelines;
    }

    @POST
    @Operation(
            summary = "Finds the sounds of a text in a recording of it, and plans the mouth movement",
            description = "audio: a WAV file. language: BCP 47, en-US if absent. words: known times of words,"
                    + " [{text, start, end}, ...] in seconds. effort: quick or thorough, which is the default.")
    public SpokenTimeline plan(
            @RestForm @Nullable String text,
            @RestForm @Nullable FileUpload audio,
            @RestForm @Nullable String language,
            @RestForm @Nullable String words,
            @RestForm @Nullable String effort) {
        if (text == null || audio == null) {
            throw invalid("Expected the fields text and audio, found no " + (text == null ? "text" : "audio"), null);
        }
        return timelines
                .get()
                .plan(
                        text,
                        language == null || language.isBlank() ? ENGLISH : language,
                        WaveFile.read(audio.uploadedFile()),
                        words(words),
                        effort(effort));
    }

    private static Effort effort(@Nullable String effort) {
        return switch (effort) {
            case null -> Effort.THOROUGH;
            case "", "thorough" -> Effort.THOROUGH;
            case "quick" -> Effort.QUICK;
            default -> throw invalid("Expected effort quick or thorough, found '%s'".formatted(effort), null);
        };
    }

    private static List<Word> words(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return List.of();
        }
        try {
            List<Word> words = WORDS.readValue(json);
            if (words.size() > MAX_WORDS || words.contains(null)) {
                throw invalid("Expected at most %d words, none of them null".formatted(MAX_WORDS), null);
            }
            return words;
        } catch (JsonProcessingException e) {
            throw invalid(
                    "Expected words as [{\"text\", \"start\", \"end\"}, ...] in seconds: " + e.getOriginalMessage(), e);
        }
    }

    private static AvatarException invalid(String detail, @Nullable Exception cause) {
        return new AvatarException(ErrorCode.INVALID_REQUEST, detail, cause);
    }
}
