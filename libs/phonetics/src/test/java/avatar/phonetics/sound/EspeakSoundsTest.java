package avatar.phonetics.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Viseme;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.espeak.EspeakVoice;
import avatar.phonetics.speech.TimedSpeech;
import java.text.DateFormatSymbols;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every voice of espeak-ng, speaking months, days and countries in its own language and writing. */
class EspeakSoundsTest {

    private static final int COUNTRIES = 40;

    @Test
    void everySoundOfEveryLanguageIsKnown() {
        assumeTrue(Espeak.shared().missing().isEmpty(), "libespeak-ng.so.1 is absent (package libespeak-ng1)");

        Set<String> sounds = new TreeSet<>();
        for (EspeakVoice voice : Espeak.shared().voices()) {
            TimedSpeech speech = Espeak.shared().speak(voice, words(Locale.forLanguageTag(voice.language())), 2, 1);
            speech.phonemes().stream().map(Phoneme::symbol).forEach(sounds::add);
        }

        assertThat(sounds).hasSizeGreaterThan(150);
        assertThat(sounds).filteredOn(sound -> !sound.equals(TimedSpeech.PAUSE)).allSatisfy(sound -> {
            assertThat(PhonemeTable.visemeOf(sound)).isNotEqualTo(Viseme.SIL);
            assertThat(unknownLetters(sound)).isEmpty();
        });
    }

    private static String unknownLetters(String sound) {
        return Ipa.split(sound).stream()
                .flatMapToInt(String::codePoints)
                .filter(Character::isLetter)
                .filter(sign -> Character.getType(sign) != Character.MODIFIER_LETTER)
                .mapToObj(Character::toString)
                .map(letter -> Normalizer.normalize(letter, Normalizer.Form.NFD).substring(0, 1))
                .filter(letter -> !IpaLetters.isKnown(letter.codePointAt(0)))
                .collect(Collectors.joining());
    }

    private static String words(Locale locale) {
        DateFormatSymbols dates = DateFormatSymbols.getInstance(locale);
        return Stream.of(
                        Arrays.stream(dates.getMonths()),
                        Arrays.stream(dates.getWeekdays()),
                        Arrays.stream(Locale.getISOCountries())
                                .limit(COUNTRIES)
                                .map(country -> Locale.of("", country).getDisplayCountry(locale)))
                .flatMap(words -> words)
                .collect(Collectors.joining(", "));
    }
}
