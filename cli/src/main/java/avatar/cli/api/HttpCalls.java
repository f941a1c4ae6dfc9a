package avatar.cli.api;

import avatar.cli.command.CliException;
import avatar.cli.command.Remedy;
import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** HTTP calls whose failures have readable messages: the detail of the answer's problem, or that nothing answered. */
final class HttpCalls {

    private static final int OK = 200;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** Longer than any service takes to begin an answer, even on a busy machine. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final URI url;
    private final @Nullable String key;

    HttpCalls(URI url) {
        this(url, System.getenv("AVATAR_KEY"));
    }

    /** @param key the API key that is sent; null where the system asks for none */
    HttpCalls(URI url, @Nullable String key) {
        this.url = url;
        this.key = key;
    }

    HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(TIMEOUT);
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    /**
     * Sends a request and reads the complete answer.
     *
     * @param expected the statuses that are no failure
     * @throws CliException if the status is another one, or nothing answers
     */
    HttpResponse<byte[]> send(HttpRequest.Builder request, int... expected) {
        HttpResponse<byte[]> answer = send(request.build(), BodyHandlers.ofByteArray());
        if (Arrays.stream(expected).noneMatch(status -> status == answer.statusCode())) {
            throw failure(answer.uri(), answer.statusCode(), answer.body());
        }
        return answer;
    }

    /** Opens the body of a GET, to be read while it arrives; the caller closes it. */
    InputStream open(String path) {
        HttpResponse<InputStream> answer = send(to(path).build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() == OK) {
            return answer.body();
        }
        try (InputStream body = answer.body()) {
            throw failure(answer.uri(), answer.statusCode(), body.readAllBytes());
        } catch (IOException e) {
            throw new CliException("The answer of %s broke off: %s".formatted(answer.uri(), e), e);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new CliException(
                    "%s does not answer: %s; './avatar doctor' shows what runs".formatted(request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException("Interrupted", e);
        }
    }

    /** The code in a problem's type; INTERNAL_ERROR for one that this version doesn't know. */
    private static ErrorCode code(Problem problem) {
        String name = problem.type().substring(problem.type().lastIndexOf(':') + 1);
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElse(ErrorCode.INTERNAL_ERROR);
    }

    private static CliException failure(URI uri, int status, byte[] body) {
        try {
            Problem problem = Json.read(body, Problem.class);
            return new CliException(
                    Remedy.inCommands(code(problem), Objects.requireNonNullElse(problem.detail(), problem.title())));
        } catch (AvatarException e) {
            return new CliException("%s answered with status %d".formatted(uri, status), e);
        }
    }
}
