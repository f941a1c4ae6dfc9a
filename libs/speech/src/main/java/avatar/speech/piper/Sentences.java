package avatar.speech.piper;

import avatar.phonetics.espeak.IpaClause;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Phonemes in the form that Piper's voices were trained with: sentence by sentence, each code point of the decomposed
 * IPA is a phoneme; spaces and punctuation that ends a clause are phonemes, too. Source: {@code phonemize_espeak.py}
 * and {@code espeakbridge.c} of piper1-gpl.
 */
final class Sentences {

    /** The maximum number of phonemes per call, half a minute of speech: time and memory grow with their square. */
    static final int LONGEST = 600;

    /** espeak-ng's {@code (en)} and {@code (de)} around a word of another language. */
    private static final Pattern LANGUAGE_SWITCH = Pattern.compile("\\([^)]+\\)");

    /** Punctuation that espeak-ng treats like the ASCII character it is mapped to. */
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("。", "."),
            Map.entry("।", "."),
            Map.entry("？", "?"),
            Map.entry("؟", "?"),
            Map.entry("！", "!"),
            Map.entry("，", ","),
            Map.entry("、", ","),
            Map.entry("،", ","),
            Map.entry("：", ":"),
            Map.entry("；", ";"),
            Map.entry("؛", ";"),
            Map.entry("…", ";"));

    private final List<String> finished = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    private Sentences() {}

    /** The sentences of a text that are not empty. */
    static List<String> of(List<IpaClause> clauses) {
        Sentences sentences = new Sentences();
        clauses.forEach(sentences::add);
        sentences.end();
        return sentences.finished;
    }

    private void add(IpaClause clause) {
        String ipa = LANGUAGE_SWITCH.matcher(clause.ipa()).replaceAll("").strip();
        if (ipa.isEmpty()) {
            return;
        }
        String sign = SIGNS.getOrDefault(clause.ending(), clause.ending());
        open.append(Normalizer.normalize(ipa, Normalizer.Form.NFD)).append(sign);
        if (".?!".contains(sign) && !sign.isEmpty()) {
            end();
        } else {
            open.append(' ');
        }
    }

    private void end() {
        String rest = open.toString().stripTrailing();
        open.setLength(0);
        while (rest.length() > LONGEST) {
            int space = rest.lastIndexOf(' ', LONGEST);
            int cut = space > 0 ? space : rest.offsetByCodePoints(0, LONGEST / 2);
            finished.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isEmpty()) {
            finished.add(rest);
        }
    }
}
