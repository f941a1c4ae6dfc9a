package avatar.web.fake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** As many voices as there are with the network: hundreds, one of which can't speak. */
final class FakeVoices {

    private static final List<String> LANGUAGES =
            List.of("en-US", "en-GB", "de-DE", "de-AT", "fr-FR", "es-ES", "es-MX", "it-IT", "ja-JP", "zh-CN", "pt-BR");
    private static final int EACH = 30;

    private FakeVoices() {}

    static JsonArray all() {
        JsonArray voices = new JsonArray()
                .add(voice("slt", "SLT, American English", "en-US", "flite"))
                .add(voice("de-DE-KatjaNeural", "Katja", "de-DE", "edge").put("gender", "female"))
                .add(voice("de-DE-ConradNeural", "Conrad", "de-DE", "edge").put("gender", "male"))
                .add(voice("jenny", "Jenny, American English", "en-US", "edge")
                        .put("available", false)
                        .put("reason", "the voice service can't be reached"));
        for (String language : LANGUAGES) {
            for (int i = 1; i <= EACH; i++) {
                String id = "espeak-%s-%d".formatted(language, i);
                voices.add(voice(id, "Voice %d of %s".formatted(i, language), language, "espeak"));
            }
        }
        return voices;
    }

    private static JsonObject voice(String id, String name, String language, String engine) {
        return new JsonObject()
                .put("id", id)
                .put("name", name)
                .put("language", language)
                .put("gender", "unknown")
                .put("engine", engine)
                .put("available", true)
                .put("reason", null);
    }
}
