package avatar.web.fake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** As many voices as the real system has with the network: hundreds, two of which can't speak. */
final class FakeVoices {

    private static final List<String> LANGUAGES =
            List.of("en-US", "en-GB", "de-DE", "de-AT", "fr-FR", "es-ES", "es-MX", "it-IT", "ja-JP", "zh-CN", "pt-BR");
    private static final int EACH = 30;
    private static final String OFFLINE =
            "the voice service can't be reached; the next attempt is in 30 s and the one after it later";

    private FakeVoices() {}

    /** In no order: that is the page's to make. */
    static JsonArray all() {
        JsonArray voices = new JsonArray();
        for (String language : LANGUAGES) {
            for (int i = 1; i <= EACH; i++) {
                String id = "espeak-%s-%d".formatted(language, i);
                voices.add(voice(id, "Voice %d of %s".formatted(i, language), language, "espeak"));
            }
        }
        return voices.add(voice("flite-slt", "SLT, American English", "en-US", "flite"))
                .add(unavailable("en-US-JennyNeural", "Jenny, American English", "en-US"))
                .add(unavailable("fr-FR-HenriNeural", "Henri", "fr-FR"))
                .add(voice("de-DE-KatjaNeural", "Microsoft Katja Online (Natural) - German (Germany)", "de-DE", "edge")
                        .put("gender", "female"))
                .add(voice("de-DE-ConradNeural", "Conrad", "de-DE", "edge").put("gender", "male"));
    }

    private static JsonObject unavailable(String id, String name, String language) {
        return voice(id, name, language, "edge").put("available", false).put("reason", OFFLINE);
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
