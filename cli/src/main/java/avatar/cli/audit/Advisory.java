package avatar.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** A published advisory in the format of OSV (https://ossf.github.io/osv-schema/), as far as it concerns Maven. */
record Advisory(JsonNode document) {

    private static final String MAVEN = "Maven";

    /** A library that an advisory concerns, and the version that corrects it, if there is one. */
    record Finding(String id, String summary, Component component, Optional<String> fixedIn) {}

    /** What it says of a library; nothing if it has been withdrawn. */
    Optional<Finding> about(Component component) {
        if (document.hasNonNull("withdrawn")) {
            return Optional.empty();
        }
        return stream(document.path("affected"))
                .filter(affected -> isOf(affected.path("package"), component))
                .filter(affected -> concerns(affected, component.version()))
                .findFirst()
                .map(affected -> new Finding(id(), summary(), component, fixedIn(affected, component.version())));
    }

    /** The libraries that it names. */
    List<String> names() {
        return stream(document.path("affected"))
                .map(affected -> affected.path("package"))
                .filter(Advisory::isMaven)
                .map(library -> library.path("name").asText())
                .toList();
    }

    /** That of the CVE, if it has one: who looks it up knows that. */
    private String id() {
        String own = document.path("id").asText();
        return stream(document.path("aliases"))
                .map(JsonNode::asText)
                .filter(alias -> alias.startsWith("CVE-"))
                .findFirst()
                .map(cve -> "%s (%s)".formatted(cve, own))
                .orElse(own);
    }

    private String summary() {
        String summary = document.path("summary").asText();
        String text = summary.isEmpty() ? document.path("details").asText() : summary;
        return text.strip().lines().findFirst().orElse("");
    }

    private static boolean isOf(JsonNode library, Component component) {
        return isMaven(library) && library.path("name").asText().equals(component.name());
    }

    /** Also of another repository, as "Maven:https://repo.example/". */
    private static boolean isMaven(JsonNode library) {
        return library.path("ecosystem").asText().split(":", 2)[0].equals(MAVEN);
    }

    private static boolean concerns(JsonNode affected, String version) {
        boolean isNamed = stream(affected.path("versions"))
                .anyMatch(named -> named.asText().equals(version));
        return isNamed || ranges(affected).stream().anyMatch(range -> contains(range, version));
    }

    /**
     * Whether a version is between an event that introduces the fault and the next one that ends it: the events are in
     * no order, so the latest one up to the version decides.
     */
    private static boolean contains(JsonNode range, String version) {
        ComparableVersion asked = new ComparableVersion(version);
        boolean isAffected = false;
        for (Event event : events(range)) {
            int order = event.isFromStart() ? -1 : event.version().compareTo(asked);
            boolean hasHappened = event.endsAfterItself() ? order < 0 : order <= 0;
            if (hasHappened) {
                isAffected = event.introduces();
            }
        }
        return isAffected;
    }

    private static Optional<String> fixedIn(JsonNode affected, String version) {
        ComparableVersion asked = new ComparableVersion(version);
        return ranges(affected).stream()
                .flatMap(range -> events(range).stream())
                .filter(event -> event.kind().equals("fixed"))
                .filter(event -> event.version().compareTo(asked) > 0)
                .map(Event::text)
                .findFirst();
    }

    private static List<JsonNode> ranges(JsonNode affected) {
        return stream(affected.path("ranges"))
                .filter(range -> range.path("type").asText().equals("ECOSYSTEM"))
                .toList();
    }

    private static List<Event> events(JsonNode range) {
        List<Event> events = new ArrayList<>();
        range.path("events")
                .forEach(event -> event.properties()
                        .forEach(field -> events.add(
                                new Event(field.getKey(), field.getValue().asText()))));
        events.sort((one, other) -> one.isFromStart() || other.isFromStart()
                ? Boolean.compare(other.isFromStart(), one.isFromStart())
                : one.version().compareTo(other.version()));
        return events;
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }

    /**
     * A step of a range.
     *
     * @param kind introduced, fixed, last_affected or limit
     */
    private record Event(String kind, String text) {

        ComparableVersion version() {
            return new ComparableVersion(text);
        }

        boolean introduces() {
            return kind.equals("introduced");
        }

        boolean endsAfterItself() {
            return kind.equals("last_affected");
        }

        /** "0" is before every version. */
        boolean isFromStart() {
            return introduces() && text.equals("0");
        }
    }
}
