package avatar.launcher.up;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A small program in the place of a service or of setup-job. It does what the file {@code behaviour} of its module
 * says: {@code dies}, {@code deaf} (dies when it is to listen), {@code never-ready}, or nothing special.
 */
final class StandIn {

    private final Path root;
    private final String module;

    private StandIn(Path jar) {
        // <root>/<module>/target/quarkus-app/quarkus-run.jar
        this.root = jar.resolve("../../../..").normalize();
        this.module = root.relativize(jar).getName(0).toString();
    }

    public static void main(String[] args) throws Exception {
        StandIn standIn = new StandIn(Path.of(System.getProperty("java.class.path")));
        if (standIn.behaviour().equals("dies")) {
            System.out.println("No luck today");
            System.exit(7);
        }
        if (standIn.module.equals("setup-job")) {
            standIn.setUp(List.of(args));
        } else {
            standIn.serve();
        }
    }

    private String behaviour() throws IOException {
        Path file = root.resolve(module).resolve("behaviour");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void setUp(List<String> args) throws Exception {
        if (args.getFirst().equals("listen")) {
            listen(args);
            return;
        }
        append("setup", String.join(" ", args));
        int id = args.indexOf("--id");
        Path folder = Path.of(args.get(args.indexOf("--avatars") + 1)).resolve(id < 0 ? "default" : args.get(id + 1));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("avatar.json"), "{}");
    }

    private void listen(List<String> args) throws Exception {
        if (behaviour().equals("deaf")) {
            System.out.println("Pardon?");
            System.exit(8);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::sayStopped));
        writePid();
        append("listening", String.join(" ", args));
        new CountDownLatch(1).await();
    }

    private void serve() throws IOException {
        boolean isReady = !behaviour().equals("never-ready");
        HttpServer server = HttpServer.create(
                new InetSocketAddress(
                        System.getProperty("quarkus.management.host"), Integer.getInteger("quarkus.management.port")),
                0);
        server.createContext("/q/health/ready", exchange -> {
            byte[] body =
                    "{\"status\": \"%s\"}".formatted(isReady ? "UP" : "DOWN").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isReady ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        Runtime.getRuntime().addShutdownHook(new Thread(this::sayStopped));
        writePid();
        append(
                "settings-" + module,
                System.getProperties().toString().replace('\n', ' ').replace('}', ','));
        server.start();
    }

    private void writePid() throws IOException {
        String pid = String.valueOf(ProcessHandle.current().pid());
        append("pids", pid);
        append("pids-" + module, pid);
    }

    private void sayStopped() {
        try {
            append("stopped", module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String file, String line) throws IOException {
        Files.writeString(root.resolve(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
