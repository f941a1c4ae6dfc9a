package avatar.system.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A module's pom.xml, as far as it draws borders; in whatever order its elements are. */
record Pom(Path file, Document document) {

    /** Those of all modules, the parents included. */
    static List<Pom> all() throws IOException {
        try (Stream<Path> files = Files.walk(Yaml.root(), 3)) {
            return files.filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> !Yaml.root().relativize(file).toString().contains("target"))
                    .map(Pom::read)
                    .toList();
        }
    }

    static Pom of(String module) {
        return read(Yaml.root().resolve(module).resolve("pom.xml"));
    }

    private static Pom read(Path file) {
        try {
            return new Pom(
                    file,
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile()));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("Invalid file " + file, e);
        }
    }

    /** Dependencies of any scope, managed ones, profiles and plugins included, as {@code groupId:artifactId}. */
    List<String> dependencies() {
        return coordinates("dependency");
    }

    /** What it takes out of its dependencies, as {@code groupId:artifactId}. */
    List<String> exclusions() {
        return coordinates("exclusion");
    }

    /** The contents of all elements of that name. */
    List<String> texts(String element) {
        return elements(element).map(found -> found.getTextContent().strip()).toList();
    }

    @Override
    public String toString() {
        return Yaml.root().relativize(file).toString();
    }

    private List<String> coordinates(String element) {
        return elements(element)
                .map(found -> child(found, "groupId") + ":" + child(found, "artifactId"))
                .map(found -> found.replace("${project.groupId}", "avatar"))
                .toList();
    }

    private Stream<Element> elements(String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    private static String child(Element parent, String name) {
        NodeList children = parent.getElementsByTagName(name);
        return children.getLength() == 0
                ? ""
                : children.item(0).getTextContent().strip();
    }
}
