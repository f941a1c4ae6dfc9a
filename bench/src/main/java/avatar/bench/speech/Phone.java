package avatar.bench.speech;

import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Viseme;
import avatar.phonetics.sound.PhonemeTable;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A spoken sound, in seconds from the first audio sample.
 *
 * @param symbol upper-case ARPAbet without stress; of IPA, a sound of ARPAbet that has the same viseme and is a
 *     vowel if it is
 */
public record Phone(String symbol, Viseme viseme, double start, double end) {

    private static final double NANOS = 1e9;
    private static final Set<String> TONGUE_ONLY = Set.of("T", "D", "DX", "N", "EN", "NX", "K", "G", "NG", "HH");
    private static final String VOWELS = "AEIOU";
    private static final Set<String> SYLLABIC = Set.of("EL", "EM", "EN", "ENG");

    /** Of [u] and [w], and [i] and [j], which look alike. */
    private static final String IPA_GLIDES = "wʍɥjʝç";

    /** The sounds of a voice, without those of no duration. */
    public static List<Phone> all(List<Phoneme> phonemes) {
        return phonemes.stream()
                .filter(phoneme -> phoneme.end().compareTo(phoneme.start()) > 0)
                .map(Phone::of)
                .toList();
    }

    private static Phone of(Phoneme phoneme) {
        Viseme viseme = PhonemeTable.visemeOf(phoneme.symbol());
        return new Phone(
                symbol(phoneme.symbol(), viseme),
                viseme,
                phoneme.start().toNanos() / NANOS,
                phoneme.end().toNanos() / NANOS);
    }

    private static String symbol(String written, Viseme viseme) {
        if (!written.startsWith("/")) {
            return written.toUpperCase(Locale.ROOT).replaceFirst("(?<=[A-Z])[0-2]$", "");
        }
        boolean isGlide = IPA_GLIDES.indexOf(written.charAt(1)) >= 0;
        return switch (viseme) {
            case W -> isGlide ? "W" : "UW";
            case IY -> isGlide ? "Y" : "IY";
            case SIL -> "PAU";
            default -> viseme.phonemes().getFirst();
        };
    }

    public double length() {
        return end - start;
    }

    public double middle() {
        return (start + end) / 2;
    }

    public boolean isSilence() {
        return viseme == Viseme.SIL;
    }

    public boolean isVowel() {
        return !isSilence() && !SYLLABIC.contains(symbol) && VOWELS.indexOf(symbol.charAt(0)) >= 0;
    }

    /** Whether the lips take no part in it. */
    public boolean isTongueOnly() {
        return TONGUE_ONLY.contains(symbol);
    }
}
