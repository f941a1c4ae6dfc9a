package avatar.speech.text;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Quotes;
import avatar.contract.speech.Passage;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Parses the part of SSML 1.1 that works with every voice: {@code speak}, {@code p}, {@code s}, {@code break}, {@code
 * prosody} with rate and pitch, and {@code sub}. Other elements are refused.
 *
 * <p>The markup never reaches a voice: it is applied here, so it has the same effect with all of them. No entities but
 * XML's own five, and no document type, are accepted.
 *
 * @see <a href="https://www.w3.org/TR/speech-synthesis11/">Speech Synthesis Markup Language</a>
 */
public final class Ssml {

    private static final int DEEPEST = 16;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private static final XMLInputFactory XML = safeFactory();

    private final List<Passage> passages = new ArrayList<>();
    private final Deque<SsmlProsody> prosodies = new ArrayDeque<>(List.of(SsmlProsody.OWN));
    private final StringBuilder text = new StringBuilder();
    private Duration silence = Duration.ZERO;
    private boolean insideSub;

    private Ssml() {}

    /**
     * The passages of {@code markup}, in order.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_SSML} with what was found and what was expected
     */
    public static List<Passage> parse(String markup) {
        Ssml ssml = new Ssml();
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(markup));
            while (reader.hasNext()) {
                ssml.take(reader.next(), reader);
            }
        } catch (XMLStreamException e) {
            throw new AvatarException(
                    ErrorCode.INVALID_SSML,
                    "Expected <speak> with well-formed XML, found at line %d, column %d: %s"
                            .formatted(line(e), column(e), firstLine(e)),
                    e);
        }
        ssml.endPassage(Duration.ZERO);
        return ssml.passages;
    }

    private void take(int event, XMLStreamReader reader) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(reader);
            case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (!insideSub) {
                    text.append(reader.getText());
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw refused("a document type or an entity", "neither");
            default -> {
                // Comments and processing instructions are not spoken.
            }
        }
    }

    private void begin(XMLStreamReader element) {
        String name = element.getLocalName();
        boolean isRoot = prosodies.size() == 1;
        if (isRoot != name.equals("speak")) {
            throw refused(
                    "<%s>".formatted(name), isRoot ? "<speak> around everything" : "no <speak> inside of <speak>");
        }
        if (prosodies.size() > DEEPEST) {
            throw refused("elements more than %d deep".formatted(DEEPEST), "fewer");
        }
        if (insideSub) {
            throw refused("<%s> inside of <sub>".formatted(name), "text");
        }
        SsmlProsody prosody = prosodies.getFirst();
        switch (name) {
            case "speak" -> {}
            case "p", "s" -> endPassage(Duration.ZERO);
            case "break" -> pause(SsmlProsody.pause(attribute(element, "time"), attribute(element, "strength")));
            case "sub" -> substitute(attribute(element, "alias"));
            case "prosody" -> {
                endPassage(Duration.ZERO);
                prosody = prosody.with(attribute(element, "rate"), attribute(element, "pitch"));
            }
            default -> throw refused("<%s>".formatted(name), "speak, p, s, break, prosody or sub");
        }
        prosodies.push(prosody);
    }

    private void end(String name) {
        switch (name) {
            case "sub" -> insideSub = false;
            case "p", "s" -> {
                text.append('\n');
                endPassage(Duration.ZERO);
            }
            case "prosody" -> endPassage(Duration.ZERO);
            default -> {
                // speak and break don't end a sentence.
            }
        }
        prosodies.pop();
    }

    private void substitute(@Nullable String alias) {
        if (alias == null) {
            throw refused("<sub> without alias", "the text to speak in its place");
        }
        text.append(alias);
        insideSub = true;
    }

    private void pause(Duration pause) {
        silence = silence.plus(pause);
        if (silence.compareTo(LONGEST_SILENCE) > 0) {
            throw refused(
                    "breaks of more than %d s".formatted(LONGEST_SILENCE.toSeconds()), "less silence in one text");
        }
        endPassage(pause);
    }

    private void endPassage(Duration pauseAfter) {
        SsmlProsody prosody = prosodies.getFirst();
        if (!text.isEmpty() || pauseAfter.isPositive()) {
            passages.add(new Passage(text.toString(), prosody.rate(), prosody.pitch(), pauseAfter));
            text.setLength(0);
        }
    }

    private static @Nullable String attribute(XMLStreamReader element, String name) {
        return element.getAttributeValue(null, name);
    }

    static AvatarException refused(String found, String expected) {
        return new AvatarException(
                ErrorCode.INVALID_SSML, "Found %s in the SSML; expected %s".formatted(found, expected));
    }

    private static XMLInputFactory safeFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private static int line(XMLStreamException e) {
        return Optional.ofNullable(e.getLocation())
                .map(at -> at.getLineNumber())
                .orElse(0);
    }

    private static int column(XMLStreamException e) {
        return Optional.ofNullable(e.getLocation())
                .map(at -> at.getColumnNumber())
                .orElse(0);
    }

    /** The parser's message, without the position before it. */
    private static String firstLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        String words = message.substring(message.indexOf("Message: ") + 1).replaceFirst("^essage: ", "");
        return Quotes.shortened(words);
    }
}
