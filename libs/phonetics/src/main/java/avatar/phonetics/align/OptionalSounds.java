package avatar.phonetics.align;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * English phonemes of flite's American pronunciation that many speakers omit; the alignment decides for each whether
 * it was spoken. The rules are those of connected speech, as aligners with pronunciation variants use them (Wells,
 * "Accents of English", 1982, 1.3 and 3.1; Schiel 1999).
 */
final class OptionalSounds {

    private static final Set<String> VOWELS = Set.of(
            "aa", "ae", "ah", "ao", "aw", "ax", "axr", "ay", "eh", "er", "ey", "ih", "ix", "iy", "ow", "oy", "uh",
            "uw");

    private static final Set<String> WEAK_WORDS = Set.of("he", "him", "his", "her", "have", "has", "had");

    private final List<Sound> sounds;
    private final List<String> words;

    OptionalSounds(Reference reference) {
        this.sounds = reference.sounds();
        this.words = reference.words();
    }

    /** Whether a phoneme may be omitted; of two optional ones in a row only the first may. */
    boolean isOptional(int index) {
        return mayBeOmitted(index) && (index == 0 || !mayBeOmitted(index - 1));
    }

    private boolean mayBeOmitted(int index) {
        return switch (sounds.get(index).symbol()) {
            case "r" -> isAfterVowelOnly(index);
            case "hh" -> startsWeakWord(index);
            case "t", "d" -> isBetweenConsonants(index);
            default -> false;
        };
    }

    /** The r of "far" and "card", which many accents, England's and Australia's among them, do not pronounce. */
    private boolean isAfterVowelOnly(int index) {
        return !startsWord(index) && isVowel(index - 1) && (startsWord(index + 1) || !isVowel(index + 1));
    }

    /** The h of "give him". */
    private boolean startsWeakWord(int index) {
        int word = sounds.get(index).word();
        return startsWord(index)
                && word < words.size()
                && WEAK_WORDS.contains(words.get(word).toLowerCase(Locale.ROOT));
    }

    /** The stop of "friends" or "next week". */
    private boolean isBetweenConsonants(int index) {
        boolean isLast = index + 1 == sounds.size();
        return !startsWord(index) && !isLast && isConsonant(index - 1) && isConsonant(index + 1);
    }

    private boolean startsWord(int index) {
        return index == 0
                || index >= sounds.size()
                || sounds.get(index - 1).word() != sounds.get(index).word();
    }

    private boolean isVowel(int index) {
        return VOWELS.contains(sounds.get(index).symbol());
    }

    /** Whether it is a consonant that can't be omitted itself: an r before it is optional, too. */
    private boolean isConsonant(int index) {
        return !isVowel(index) && !sounds.get(index).symbol().equals("r");
    }
}
