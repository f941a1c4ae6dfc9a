package avatar.tts.edge;

import avatar.phonetics.speech.TimedWord;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** What the service made of a clause: MP3, and when its words are heard. */
record EdgeSpeech(Buffer mp3, List<TimedWord> words) {

    EdgeSpeech {
        words = List.copyOf(words);
    }
}
