package avatar.speech.edge;

import avatar.contract.viseme.Word;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** What the service made of a clause: MP3, and when its words are heard. */
record EdgeSpeech(Buffer mp3, List<Word> words) {

    EdgeSpeech {
        words = List.copyOf(words);
    }
}
