package avatar.viseme.inventory;

import avatar.contract.viseme.Viseme;
import avatar.phonetics.sound.PhonemeTable;
import java.util.List;
import java.util.Map;

/**
 * A viseme in the list of all visemes.
 *
 * @param phonemes that show it, ARPAbet without stress
 * @param ipa letters of the International Phonetic Alphabet that show it, with any marks
 * @param examples English words in which it is seen
 * @param picture path of a JPEG of the mouth
 */
public record ListedViseme(
        Viseme viseme, List<String> phonemes, List<String> ipa, List<String> examples, String picture) {

    private static final Map<Viseme, List<String>> EXAMPLES = Map.ofEntries(
            Map.entry(Viseme.M, List.of("me", "bee", "pie")),
            Map.entry(Viseme.AA, List.of("father", "hot")),
            Map.entry(Viseme.AX, List.of("but", "about")),
            Map.entry(Viseme.AO, List.of("caught", "cow")),
            Map.entry(Viseme.EH, List.of("bed", "bat", "bait")),
            Map.entry(Viseme.ER, List.of("bird", "butter")),
            Map.entry(Viseme.IY, List.of("see", "yes")),
            Map.entry(Viseme.IH, List.of("it", "roses")),
            Map.entry(Viseme.W, List.of("we", "too", "book")),
            Map.entry(Viseme.OH, List.of("go", "home")),
            Map.entry(Viseme.OY, List.of("boy", "coin")),
            Map.entry(Viseme.AY, List.of("my", "eye")),
            Map.entry(Viseme.H, List.of("ha", "ahead")),
            Map.entry(Viseme.R, List.of("red", "very")),
            Map.entry(Viseme.L, List.of("let", "bottle")),
            Map.entry(Viseme.S, List.of("sun", "zoo")),
            Map.entry(Viseme.SH, List.of("she", "measure", "church", "judge")),
            Map.entry(Viseme.TH, List.of("thin", "this")),
            Map.entry(Viseme.F, List.of("fan", "van")),
            Map.entry(Viseme.T, List.of("two", "do", "no")),
            Map.entry(Viseme.K, List.of("key", "go", "sing")),
            Map.entry(Viseme.SIL, List.of()));

    /** All visemes, in the order of the inventory. */
    static final List<ListedViseme> ALL = PhonemeTable.phonemes().entrySet().stream()
            .map(entry -> of(entry.getKey(), entry.getValue()))
            .toList();

    private static ListedViseme of(Viseme viseme, List<String> phonemes) {
        return new ListedViseme(
                viseme,
                phonemes,
                PhonemeTable.ipaLetters().getOrDefault(viseme, List.of()),
                EXAMPLES.getOrDefault(viseme, List.of()),
                VisemesResource.PATH + "/" + viseme.label() + VisemesResource.PICTURE);
    }
}
