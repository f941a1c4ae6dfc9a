package avatar.phonetics.sound;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Viseme;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The viseme of every phoneme: ARPAbet (the phonemes of the inventory, the other ones, flite's own), IPA between
 * slashes, and the pause symbols of the speech engines.
 */
public final class PhonemeTable {

    private static final Pattern IPA = Pattern.compile("/([^/]*)/");
    private static final Pattern STRESS = Pattern.compile("(?<=[A-Z])[0-2]$");

    /** Phonemes that the inventory does not name, with the viseme of the same lip shape. */
    private static final Map<String, Viseme> BORROWED = Map.ofEntries(
            Map.entry("CH", Viseme.SH), // church: a T that bursts into SH; the lips are those of SH
            Map.entry("JH", Viseme.SH), // judge
            Map.entry("EY", Viseme.EH), // bait: starts as EH, narrows a little
            Map.entry("UH", Viseme.W), // book: a lax UW
            Map.entry("UX", Viseme.W), // suit
            Map.entry("Y", Viseme.IY), // yes: a short IY
            Map.entry("AX", Viseme.AX), // about
            Map.entry("AX-H", Viseme.AX), // suspect, whispered
            Map.entry("AXR", Viseme.ER), // butter
            Map.entry("IX", Viseme.IH), // roses
            Map.entry("WH", Viseme.W), // which
            Map.entry("HV", Viseme.H), // ahead, voiced
            Map.entry("EL", Viseme.L), // bottle
            Map.entry("EM", Viseme.M), // rhythm
            Map.entry("EN", Viseme.T), // button
            Map.entry("ENG", Viseme.K), // Washington
            Map.entry("NX", Viseme.T), // winner, flapped
            Map.entry("DX", Viseme.T), // butter, flapped
            Map.entry("Q", Viseme.K), // uh-oh: the glottis does it, the mouth waits
            Map.entry("BCL", Viseme.M), // closures before the burst
            Map.entry("PCL", Viseme.M),
            Map.entry("DCL", Viseme.T),
            Map.entry("TCL", Viseme.T),
            Map.entry("GCL", Viseme.K),
            Map.entry("KCL", Viseme.K));

    /** The pause symbols of the speech engines. */
    private static final List<String> PAUSES =
            List.of("PAU", "SIL", "SSIL", "H#", "BRTH", "EPI", "SP", "SPN", "#", "_", "_:", "");

    private static final Map<String, Viseme> BY_PHONEME = Stream.of(
                    Stream.of(Viseme.values())
                            .flatMap(viseme -> viseme.phonemes().stream().map(phoneme -> Map.entry(phoneme, viseme))),
                    BORROWED.entrySet().stream(),
                    PAUSES.stream().map(pause -> Map.entry(pause, Viseme.SIL)))
            .flatMap(entries -> entries)
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

    private PhonemeTable() {}

    /**
     * The viseme of a phoneme; {@link Viseme#SIL} for a pause.
     *
     * @param symbol ARPAbet in either case, with or without a stress digit; or any IPA between slashes
     * @throws AvatarException {@link ErrorCode#UNKNOWN_PHONEME}
     */
    public static Viseme visemeOf(String symbol) {
        Matcher ipa = IPA.matcher(symbol);
        if (ipa.matches()) {
            return Ipa.visemeOf(ipa.group(1));
        }
        String phoneme = STRESS.matcher(symbol.toUpperCase(Locale.ROOT)).replaceFirst("");
        Viseme viseme = BY_PHONEME.get(phoneme);
        if (viseme == null) {
            throw new AvatarException(
                    ErrorCode.UNKNOWN_PHONEME,
                    "Unknown phoneme: found '%s', expected ARPAbet, or IPA between slashes".formatted(symbol));
        }
        return viseme;
    }

    /** The IPA letters of each viseme; letters without a viseme are omitted. */
    public static Map<Viseme, List<String>> ipaLetters() {
        return IpaLetters.all();
    }

    /** The ARPAbet phonemes of each viseme, those of the inventory first. */
    public static Map<Viseme, List<String>> phonemes() {
        Map<Viseme, List<String>> borrowed = BORROWED.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toList())));
        Map<Viseme, List<String>> phonemes = new EnumMap<>(Viseme.class);
        for (Viseme viseme : Viseme.values()) {
            phonemes.put(
                    viseme,
                    Stream.concat(viseme.phonemes().stream(), borrowed.getOrDefault(viseme, List.of()).stream())
                            .toList());
        }
        return phonemes;
    }
}
