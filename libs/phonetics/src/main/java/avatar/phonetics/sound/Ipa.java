package avatar.phonetics.sound;

import avatar.contract.viseme.Viseme;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Visemes of sounds in the International Phonetic Alphabet: base letters with marks of length, stress, tone,
 * aspiration and the like. Every input has a viseme.
 */
public final class Ipa {

    /**
     * Combining and modifier letters, length, tone letters and numbers, breaks, and everything that is not a letter
     * except {@code ?}.
     */
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Lm}\\P{L}&&[^?]]+");

    private static final String ROUNDED = "ʷ";

    /** Sounds that are written with several letters but have one viseme; keys are without marks. */
    private static final Map<String, Viseme> TOGETHER = together();

    private static final Pattern PART = Pattern.compile(
            String.join(
                            "|",
                            TOGETHER.keySet().stream()
                                    .sorted((a, b) -> b.length() - a.length())
                                    .toList()) + "|.",
            Pattern.DOTALL);

    private Ipa() {}

    /**
     * The viseme of a sound: that of its first vowel if it has one, else of its first letter; {@link Viseme#SIL} for
     * marks alone.
     *
     * @param ipa without slashes
     */
    public static Viseme visemeOf(String ipa) {
        List<String> parts = parts(ipa);
        if (parts.isEmpty()) {
            return Viseme.SIL;
        }
        Viseme viseme = parts.stream()
                .filter(part -> IpaLetters.isVowel(part.codePointAt(0)))
                .findFirst()
                .map(Ipa::visemeOfPart)
                .orElse(visemeOfPart(parts.getFirst()));
        return ipa.contains(ROUNDED) && isMadeByTheTongue(viseme) ? Viseme.W : viseme;
    }

    /**
     * Splits a symbol into sounds that have a viseme each: {@code ɪə} has two, {@code aɪ} and {@code tʃ} are one,
     * {@code ɑːɹ} has two; marks alone have none. Several sounds are returned without marks.
     */
    public static List<String> split(String ipa) {
        List<String> parts = parts(ipa);
        List<String> seen = new ArrayList<>();
        for (String part : parts) {
            if (seen.isEmpty() || visemeOfPart(seen.getLast()) != visemeOfPart(part)) {
                seen.add(part);
            }
        }
        return seen.size() == 1 ? List.of(ipa) : List.copyOf(seen);
    }

    private static List<String> parts(String ipa) {
        Matcher matcher = PART.matcher(letters(ipa));
        List<String> parts = new ArrayList<>();
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }

    private static String letters(String ipa) {
        // The cedilla is part of its letter, not a mark.
        String decomposed = Normalizer.normalize(ipa, Normalizer.Form.NFD).replace("c\u0327", "ç");
        return MARKS.matcher(decomposed).replaceAll("");
    }

    private static Viseme visemeOfPart(String part) {
        Viseme together = TOGETHER.get(part);
        return together == null ? IpaLetters.visemeOf(part.codePointAt(0)) : together;
    }

    private static boolean isMadeByTheTongue(Viseme viseme) {
        return viseme == Viseme.K || viseme == Viseme.T || viseme == Viseme.L || viseme == Viseme.H;
    }

    private static Map<String, Viseme> together() {
        Map<String, Viseme> together = new TreeMap<>();
        // The diphthongs of the inventory: AY, OY, AW, OW, and EY, which starts as EH and narrows a little.
        put(together, Viseme.AY, "aɪ ai aj ɑɪ ɑi äɪ");
        put(together, Viseme.OY, "ɔɪ ɔi ɔj oɪ oi ɔʏ ɔy ɒɪ");
        put(together, Viseme.AO, "aʊ au aw ɑʊ ɑu æʊ");
        put(together, Viseme.OH, "oʊ ou ow əʊ");
        put(together, Viseme.EH, "eɪ ei ej ɛɪ");
        // Affricates: the lips are those of their second half from the start.
        put(together, Viseme.SH, "tʃ dʒ tɕ dʑ tʂ dʐ ʈʂ ɖʐ cç ɟʝ");
        put(together, Viseme.S, "ts dz");
        put(together, Viseme.L, "tɬ dɮ");
        return Map.copyOf(together);
    }

    private static void put(Map<String, Viseme> table, Viseme viseme, String written) {
        for (String sound : written.split(" ", -1)) {
            table.put(letters(sound), viseme);
        }
    }
}
