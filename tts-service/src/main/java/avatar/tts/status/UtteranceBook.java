package avatar.tts.status;

import avatar.contract.speech.SpeechEvent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The utterances heard of last; older ones are forgotten. Anyone may call it, from any thread. */
@Singleton
public final class UtteranceBook {

    private final Map<String, Utterance> utterances;

    @Inject
    UtteranceBook(StatusConfig config) {
        this(config.utterances());
    }

    /**
     * An empty book.
     *
     * @param size how many utterances it remembers
     */
    UtteranceBook(int size) {
        utterances = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Utterance> eldest) {
                return size() > size;
            }
        };
    }

    public synchronized void record(SpeechEvent event) {
        utterances.merge(event.utteranceId(), Utterance.first(event), (known, news) -> known.with(event));
    }

    public synchronized Optional<Utterance> find(String utteranceId) {
        return Optional.ofNullable(utterances.get(utteranceId));
    }
}
