package avatar.contract.viseme;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mouth shape. Names, order and sounds are part of the contract: a bundle has one patch for each, and a client may rely
 * on the sounds listed here (ARPAbet without stress).
 */
public enum Viseme {
    /** Lips shut, as in "<b>m</b>o<b>b</b>"; also shown in silence. */
    M("M", "M", "B", "P"),
    /** Wide open, as in "f<b>a</b>ther". */
    AA("Aa", "AA"),
    /** Half open and slack, as in "b<b>u</b>t". */
    AX("Ax", "AH"),
    /** Open and slightly rounded, as in "c<b>augh</b>t", "c<b>ow</b>". */
    AO("Ao", "AW", "AO"),
    /** Half open and wide, as in "b<b>e</b>d", "b<b>a</b>t". */
    EH("Eh", "EH", "AE"),
    /** Half open, lips pushed forward a little, as in "b<b>ir</b>d". */
    ER("Er", "ER"),
    /** Narrow slit, corners drawn wide, as in "s<b>ee</b>". */
    IY("Iy", "IY"),
    /** Narrow and relaxed, as in "<b>i</b>t". */
    IH("Ih", "IH"),
    /** Small round opening, as in "<b>w</b>e", "t<b>oo</b>". */
    W("W", "W", "UW"),
    /** Round, as in "g<b>o</b>". */
    OH("Oh", "OW"),
    /** Round, on its way to wide, as in "b<b>oy</b>". */
    OY("Oy", "OY"),
    /** Open, on its way to wide, as in "m<b>y</b>". */
    AY("Ay", "AY"),
    /** Slightly open, breath only, as in "<b>h</b>a". */
    H("H", "HH"),
    /** Lips pushed forward, nearly shut, as in "<b>r</b>ed". */
    R("R", "R"),
    /** Half open, tongue tip up behind the teeth, as in "<b>l</b>et". */
    L("L", "L"),
    /** Teeth together, lips apart, as in "<b>s</b>un". */
    S("S", "S", "Z"),
    /** Teeth together, lips pushed forward, as in "<b>sh</b>e". */
    SH("Sh", "SH", "ZH"),
    /** Tongue tip between the teeth, as in "<b>th</b>in". */
    TH("Th", "TH", "DH"),
    /** Lower lip under the upper teeth, as in "<b>f</b>an". */
    F("F", "F", "V"),
    /** Slightly open, tongue behind the teeth, as in "<b>t</b>wo". */
    T("T", "T", "D", "N"),
    /** Slightly open, tongue low, as in "<b>k</b>ey". */
    K("K", "K", "G", "NG"),
    /** Silence or a pause, lips at rest. Timelines use {@link #M} instead. */
    SIL("Sil");

    private static final Map<String, Viseme> BY_LABEL =
            Stream.of(values()).collect(toUnmodifiableMap(Viseme::label, viseme -> viseme));

    private static final Map<String, Viseme> BY_PHONEME = Stream.of(values())
            .flatMap(viseme -> viseme.phonemes().stream().map(phoneme -> Map.entry(phoneme, viseme)))
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> phonemes;

    Viseme(String label, String... phonemes) {
        this.label = label;
        this.phonemes = List.of(phonemes);
    }

    /** The name in JSON, in file names and on the page. */
    @JsonValue
    public String label() {
        return label;
    }

    /** The phonemes of this shape, ARPAbet without stress; none for {@link #SIL}. */
    public List<String> phonemes() {
        return phonemes;
    }

    /** The viseme that the inventory lists {@code phoneme} under, if any; {@code phoneme} is upper-case ARPAbet. */
    public static Optional<Viseme> ofPhoneme(String phoneme) {
        return Optional.ofNullable(BY_PHONEME.get(phoneme));
    }

    /**
     * The viseme with this label.
     *
     * @throws IllegalArgumentException if the label is unknown
     */
    @JsonCreator
    public static Viseme ofLabel(String label) {
        Viseme viseme = BY_LABEL.get(label);
        if (viseme == null) {
            throw new IllegalArgumentException("No viseme '%s'; there are %s"
                    .formatted(label, Arrays.stream(values()).map(Viseme::label).toList()));
        }
        return viseme;
    }
}
