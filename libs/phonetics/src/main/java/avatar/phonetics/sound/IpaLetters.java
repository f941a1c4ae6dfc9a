package avatar.phonetics.sound;

import avatar.contract.viseme.Viseme;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The visemes of the letters of the International Phonetic Alphabet (chart of 2020), of its old ligatures and of
 * espeak-ng's additions (its own {@code ᵻ ᵿ}, and Kirshenbaum symbols where a language has no IPA for a sound).
 * Letters are classified by the lips: first whether they shut or touch the teeth, then whether they are rounded, then
 * how far the jaw is down. Sounds made by the tongue alone are classified by their place of articulation.
 */
final class IpaLetters {

    private static final Map<Viseme, String> LETTERS = new EnumMap<>(Map.ofEntries(
            // Vowels, from close to open.
            Map.entry(Viseme.IY, "i j ʝ ç"), // palatal fricatives spread the lips as [i] does
            Map.entry(Viseme.IH, "ɪ ᵻ ɨ ɯ ɘ"), // close, unrounded, not at the front
            Map.entry(Viseme.W, "u ʊ ᵿ ʉ y ʏ w ʍ ɥ"), // close and rounded, front or back
            Map.entry(Viseme.EH, "e ɛ æ ε"),
            Map.entry(Viseme.OH, "o ø ɵ œ ɶ"), // half open and rounded, front or back
            Map.entry(Viseme.AX, "ə ʌ ɐ ɤ"),
            Map.entry(Viseme.ER, "ɜ ɝ ɚ ɞ"),
            Map.entry(Viseme.AO, "ɔ ɒ"),
            Map.entry(Viseme.AA, "a ɑ A"),
            // Consonants, from the lips to the throat.
            Map.entry(Viseme.M, "p b m ɓ ʙ β ʘ"), // [β] all but shuts them
            Map.entry(Viseme.F, "f v ɱ ʋ ⱱ ɸ Φ"),
            Map.entry(Viseme.TH, "θ ð"),
            Map.entry(Viseme.T, "t d n ʈ ɖ ɳ ɲ ɾ ɽ ɗ ᶑ ǀ ǃ ǂ"),
            Map.entry(Viseme.L, "l ɫ ɭ ʎ ʟ ɬ ɮ ɺ ǁ"),
            Map.entry(Viseme.S, "s z ʦ ʣ"),
            Map.entry(Viseme.SH, "ʃ ʒ ɕ ʑ ʂ ʐ ɧ ʧ ʤ ʨ ʥ S Z"),
            Map.entry(Viseme.R, "r ɹ ɻ"),
            Map.entry(Viseme.K, "k g ɡ ŋ c ɟ q ɢ ɴ x ɣ χ ʁ ʀ ɰ ʄ ɠ ʛ ʔ ʡ ? N X K"),
            Map.entry(Viseme.H, "h ɦ ħ ʕ ʜ ʢ")));

    private static final Map<Integer, Viseme> BY_LETTER = byLetter();

    private IpaLetters() {}

    static boolean isKnown(int letter) {
        return BY_LETTER.containsKey(letter);
    }

    /** The viseme of a letter; for an unknown one, a slack mouth. */
    static Viseme visemeOf(int letter) {
        return BY_LETTER.getOrDefault(letter, Viseme.AX);
    }

    static boolean isVowel(int letter) {
        return "iɪᵻɨɯɘuʊᵿʉyʏeɛæoøɵœɶəʌɐɤɜɝɚɞɔɒaɑεA".indexOf(letter) >= 0;
    }

    /** The letters of each viseme. */
    static Map<Viseme, List<String>> all() {
        Map<Viseme, List<String>> all = new EnumMap<>(Viseme.class);
        LETTERS.forEach((viseme, letters) -> all.put(viseme, new ArrayList<>(List.of(letters.split(" ", -1)))));
        return all;
    }

    private static Map<Integer, Viseme> byLetter() {
        Map<Integer, Viseme> byLetter = new HashMap<>();
        all().forEach((viseme, letters) -> letters.forEach(letter -> byLetter.put(letter.codePointAt(0), viseme)));
        return Map.copyOf(byLetter);
    }
}
