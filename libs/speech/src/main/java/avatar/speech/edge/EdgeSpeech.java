package avatar.speech.edge;

import avatar.contract.viseme.Word;
import java.util.List;

/** What the service made of a clause: MP3, and when its words are heard. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EdgeSpeech(byte[] mp3, List<Word> words) {

    EdgeSpeech {
        words = List.copyOf(words);
    }
}
