package avatar.phonetics.align;

import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Word;
import avatar.phonetics.speech.TimedSpeech;
import java.util.ArrayList;
import java.util.List;

/** The text spoken by a synthetic voice: its features and the times of its phonemes, without pauses. */
record Reference(Cepstra cepstra, List<Sound> sounds, List<String> words) {

    static Reference of(TimedSpeech speech) {
        float[] sound = Resampler.resample(speech.audio().asShortBuffer(), speech.sampleRateHz());
        List<String> words = speech.words().stream().map(Word::text).toList();
        return new Reference(new Cepstra(sound), sounds(speech), words);
    }

    List<String> symbols() {
        return sounds.stream().map(Sound::symbol).toList();
    }

    private static List<Sound> sounds(TimedSpeech speech) {
        List<Sound> sounds = new ArrayList<>();
        int word = 0;
        for (Phoneme phoneme : speech.phonemes()) {
            if (phoneme.symbol().equals(TimedSpeech.PAUSE)) {
                continue;
            }
            while (word + 1 < speech.words().size() && isIn(speech.words().get(word + 1), phoneme)) {
                word++;
            }
            sounds.add(new Sound(phoneme.symbol(), word, Frames.of(phoneme.start()), Frames.of(phoneme.end())));
        }
        return sounds;
    }

    /** Whether the middle of the phoneme is not before the word. */
    private static boolean isIn(Word word, Phoneme phoneme) {
        return phoneme.start().plus(phoneme.end()).dividedBy(2).compareTo(word.start()) >= 0;
    }
}
