package avatar.system.deploy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of a module, as far as they say how it can be configured. */
record Module(String name) {

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(\\s*prefix\\s*=\\s*\"([^\"]+)\"");
    private static final Pattern METHOD = Pattern.compile("^ {4}[\\w<>., ]+ (\\w+)\\(\\);$", Pattern.MULTILINE);
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(\\s*name\\s*=\\s*\"([^\"]+)\"");

    int port() {
        return Integer.parseInt(properties().getProperty("quarkus.http.port"));
    }

    int managementPort() {
        return Integer.parseInt(properties().getProperty("quarkus.management.port"));
    }

    /** The environment variables that mean something to it, beside those of Quarkus. */
    Set<String> environmentNames() {
        Set<String> keys = new TreeSet<>(properties().stringPropertyNames());
        for (Path source : sources()) {
            String text = read(source);
            PROPERTY.matcher(text).results().forEach(property -> keys.add(property.group(1)));
            Matcher prefix = PREFIX.matcher(text);
            if (prefix.find()) {
                METHOD.matcher(text).results().forEach(method -> keys.add(prefix.group(1) + "." + method.group(1)));
            }
        }
        Set<String> names = new TreeSet<>();
        keys.forEach(key -> names.add(environmentName(key)));
        return names;
    }

    /** As MicroProfile Config has it; a method's name is its key with humps for hyphens. */
    static String environmentName(String key) {
        return key.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("[^A-Za-z0-9]", "_")
                .toUpperCase(Locale.ROOT);
    }

    private Path folder() {
        return Yaml.root().resolve(name);
    }

    private Properties properties() {
        Properties properties = new Properties();
        Path file = folder().resolve("src/main/resources/application.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own, and those of the library whose settings every service has. */
    private List<Path> sources() {
        return Stream.of(folder(), new Module("libs/service-kit").folder())
                .flatMap(folder -> sources(folder).stream())
                .toList();
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
