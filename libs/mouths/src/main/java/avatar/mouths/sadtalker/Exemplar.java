package avatar.mouths.sadtalker;

import avatar.contract.viseme.Viseme;
import java.util.EnumMap;
import java.util.Map;

/**
 * The words that are spoken to get the face of a viseme.
 *
 * @param text in English
 * @param sound the viseme of the sound to look for; silence has none, and is shown by shut lips
 */
record Exemplar(String text, Viseme sound) {

    private static final Map<Viseme, String> TEXTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Viseme.SIL, "mmm"),
            Map.entry(Viseme.AX, "a banana"),
            Map.entry(Viseme.AA, "ah ah ah"),
            Map.entry(Viseme.AO, "aw aw aw"),
            Map.entry(Viseme.EH, "eh eh eh"),
            Map.entry(Viseme.ER, "her bird"),
            Map.entry(Viseme.IY, "ee ee ee"),
            Map.entry(Viseme.IH, "it is in"),
            Map.entry(Viseme.W, "woo woo woo"),
            Map.entry(Viseme.OH, "oh oh oh"),
            Map.entry(Viseme.OY, "toy boy"),
            Map.entry(Viseme.AY, "my eye"),
            Map.entry(Viseme.H, "ha ha ha"),
            Map.entry(Viseme.R, "rrr rrr"),
            Map.entry(Viseme.L, "la la la"),
            Map.entry(Viseme.S, "sss sss"),
            Map.entry(Viseme.SH, "shh shh"),
            Map.entry(Viseme.TH, "the the"),
            Map.entry(Viseme.F, "fff fff"),
            Map.entry(Viseme.T, "tah tah"),
            Map.entry(Viseme.K, "kuh kuh"),
            Map.entry(Viseme.M, "mmm mmm")));

    static Exemplar of(Viseme viseme) {
        String text = TEXTS.get(viseme);
        if (text == null) {
            throw new IllegalStateException("No exemplar of " + viseme);
        }
        return new Exemplar(text, viseme == Viseme.SIL ? Viseme.M : viseme);
    }
}
