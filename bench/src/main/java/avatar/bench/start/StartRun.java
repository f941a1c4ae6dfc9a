package avatar.bench.start;

import avatar.bench.command.BenchException;
import avatar.bench.live.FrameStream;
import avatar.bench.live.IdleFrames;
import avatar.bench.live.MouthMotion;
import avatar.bench.live.SpeechApi;
import avatar.bench.live.StreamedFrame;
import avatar.contract.api.UtteranceStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One start: waits for the first frame, then for "ready", then speaks at once. */
final class StartRun {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration SPEECH_TIMEOUT = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 20;

    /** Of the last line of a start. */
    private static final String READY = "Live Avatar speaks at ";

    private static final List<String> TEXTS =
            List.of("Hello, it is good to see you.", "Are you ready to begin?", "Over there is the new building.");

    private final Installation installation;
    private final SpeechApi api;

    StartRun(Installation installation) {
        this.installation = installation;
        this.api = new SpeechApi(installation.url());
    }

    /**
     * A text that was sent.
     *
     * @param sentNanos when, by {@link System#nanoTime}
     */
    private record Sent(String utteranceId, long sentNanos) {}

    /**
     * Starts the system with these options, measures, and stops it.
     *
     * @throws BenchException if it doesn't start, or a mouth doesn't move
     */
    StartSample measure(List<String> options) {
        Path output = temporaryFile();
        long start = System.nanoTime();
        Process process = installation.up(options, output);
        try (FrameStream frames = firstStream(process, output, start + TIMEOUT.toNanos())) {
            frames.next();
            Duration firstFrame = since(start);
            Duration cpuOfFirstFrame = cpu(process);
            awaitReady(process, output, start + TIMEOUT.toNanos());
            Duration ready = since(start);
            Duration cpuOfReady = cpu(process);
            return new StartSample(firstFrame, cpuOfFirstFrame, ready, cpuOfReady, speak(frames));
        } finally {
            stop(process);
            delete(output);
        }
    }

    /** Speaks the texts; only then the idle frames are learned, as learning them first would give the system time. */
    private List<Duration> speak(FrameStream frames) {
        List<StreamedFrame> seen = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        for (String text : TEXTS) {
            frames.discard();
            long at = System.nanoTime();
            String id = api.speak("main", Map.of("text", text, "voice", "flite-slt"));
            sent.add(new Sent(id, at));
            long end = at + SPEECH_TIMEOUT.toNanos();
            while (!isEnded(id)) {
                StreamedFrame frame = frames.next(end);
                if (frame == null) {
                    throw new BenchException(
                            "Utterance %s did not end within %d s".formatted(id, SPEECH_TIMEOUT.toSeconds()));
                }
                seen.add(frame);
            }
        }
        IdleFrames idle = IdleFrames.learn(frames);
        return sent.stream().map(text -> toFirstMouth(text, seen, idle)).toList();
    }

    private static Duration toFirstMouth(Sent text, List<StreamedFrame> seen, IdleFrames idle) {
        return seen.stream()
                .filter(frame -> text.utteranceId().equals(frame.utteranceId()))
                .filter(frame -> isMoved(frame, idle))
                .findFirst()
                .map(frame -> Duration.ofNanos(frame.arrivedNanos() - text.sentNanos()))
                .orElseThrow(() -> new BenchException("The mouth did not move for %s".formatted(text.utteranceId())));
    }

    private static boolean isMoved(StreamedFrame frame, IdleFrames idle) {
        byte[] silent = idle.jpeg(frame.index());
        return silent != null && MouthMotion.isMoved(silent, frame.jpeg());
    }

    private boolean isEnded(String utteranceId) {
        Optional<UtteranceStatus> status = api.find(utteranceId);
        return status.isPresent() && status.get().state().isFinal();
    }

    private FrameStream firstStream(Process process, Path output, long end) {
        while (true) {
            try {
                return FrameStream.open(installation.url().resolve("/stream/main.mjpeg"));
            } catch (BenchException e) {
                pause(process, output, end, e.getMessage());
            }
        }
    }

    private void awaitReady(Process process, Path output, long end) {
        while (!read(output).contains(READY)) {
            pause(process, output, end, "no line '%s'".formatted(READY));
        }
    }

    private static void pause(Process process, Path output, long end, @Nullable String found) {
        try {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() - end > 0) {
                throw new BenchException(
                        "The system did not start: %s; its output:%n%s".formatted(found, read(output)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }

    /** What a process and those that it started have used of the processors. */
    private static Duration cpu(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("avatar-start", ".log");
        } catch (IOException e) {
            throw new BenchException("No temporary file can be made: %s".formatted(e), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new BenchException("%s can't be deleted: %s".formatted(file, e), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BenchException("%s can't be read: %s".formatted(file, e), e);
        }
    }
}
