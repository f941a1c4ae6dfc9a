package avatar.launcher.up;

import avatar.contract.api.Management;
import avatar.launcher.process.ErrorTerminal;
import avatar.launcher.process.Family;
import avatar.launcher.process.Healer;
import avatar.launcher.process.LaunchException;
import avatar.launcher.process.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avatar train}: makes the AOT caches of all programs in a short run of the whole system on other ports. */
@Command(
        name = "train",
        description = "Makes the AOT caches, which make starts faster; 'up' does so by itself in the background.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class TrainCommand implements Callable<Integer> {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

    /** Each process writes its cache when it is stopped. */
    private static final Duration STOP_TIMEOUT = Duration.ofMinutes(10);

    private static final int SERVICES = 4;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--data", description = "The folder with the avatars (default: data).")
    private @Nullable Path data;

    @Option(names = "--avatar", description = "The id of the avatar that speaks (default: any).")
    private @Nullable String avatar;

    @Override
    public Integer call() {
        Installation installation = Installation.own().with(AotMode.MAKE);
        Path avatars = (data == null ? installation.defaultDataFolder() : data)
                .toAbsolutePath()
                .normalize()
                .resolve("avatars");
        Family family = new Family(STOP_TIMEOUT);
        Thread interruption = new Thread(family::kill, "stop");
        Runtime.getRuntime().addShutdownHook(interruption);
        String shown = new AvatarMaker(installation.with(AotMode.OFF), avatars, null, new ErrorTerminal(), family)
                .provide(new VideoOptions(), avatar);
        Path folder = temporaryFolder();
        try {
            rehearse(installation, plan(folder, avatars, shown), family);
        } finally {
            delete(folder);
        }
        Runtime.getRuntime().removeShutdownHook(interruption);
        installation.caches().forEach(TrainCommand::keep);
        return 0;
    }

    private void rehearse(Installation installation, SystemPlan plan, Family family) {
        PrintWriter out = spec.commandLine().getOut();
        try (family) {
            LiveSystem system = new LiveSystem(installation, family, new Healer(family, out::println), out);
            system.startBroker(plan);
            system.startServices(plan, START_TIMEOUT);
            system.startSetupListener(plan);
            new Rehearsal(plan.url(Service.WEB_UI)).run();
        }
    }

    private static void keep(AotCache cache) {
        if (!cache.keep()) {
            throw new LaunchException("Found no AOT cache for %s at the end of its process".formatted(cache.program()));
        }
    }

    /** A system of its own that shares nothing with another one but the avatars. */
    private static SystemPlan plan(Path folder, Path avatars, String shown) {
        try {
            Files.createSymbolicLink(folder.resolve("avatars"), avatars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SystemPlan("127.0.0.1", freePorts(), Ports.free(), folder, shown, Replicas.ONE_OF_EACH);
    }

    private static int freePorts() {
        int first = Ports.free();
        while (IntStream.range(first, first + SERVICES)
                .anyMatch(port -> !Ports.isFree("127.0.0.1", port)
                        || !Ports.isFree("127.0.0.1", port + Management.PORT_OFFSET))) {
            first = Ports.free();
        }
        return first;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("avatar-training");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
