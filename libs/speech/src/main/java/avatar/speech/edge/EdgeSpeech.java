package avatar.speech.edge;

import avatar.contract.viseme.Word;
import java.util.List;

/** The service's result for a clause: MP3, and the times of its words. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EdgeSpeech(byte[] mp3, List<Word> words) {

    EdgeSpeech {
        words = List.copyOf(words);
    }
}
