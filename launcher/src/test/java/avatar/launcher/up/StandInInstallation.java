package avatar.launcher.up;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A repository whose modules are {@link StandIn}s. */
record StandInInstallation(Path root) {

    static StandInInstallation in(Path root) throws IOException {
        for (String module : List.of("setup-job", "tts-service", "viseme-service", "compositor-service", "web-ui")) {
            Path jar = new Installation(root).jar(module);
            Files.createDirectories(jar.getParent());
            writeJar(jar);
        }
        return new StandInInstallation(root);
    }

    void behave(String module, String behaviour) throws IOException {
        Files.writeString(root.resolve(module).resolve("behaviour"), behaviour);
    }

    /** What stand-ins wrote down. */
    List<String> notes(String file) throws IOException {
        Path path = root.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                StandIn.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream empty = new JarOutputStream(file, manifest)) {
            empty.finish();
        }
    }
}
