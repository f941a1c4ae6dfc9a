package avatar.setup.requests;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.setup.progress.Stage;
import avatar.setup.progress.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of JSON that the process of a setup prints: a step, a remark for the log, or at last its outcome.
 *
 * @param text remark, result or failure, in a sentence
 * @param code of a foreseen failure
 * @param isNew whether the avatar was made now
 */
record ChildMessage(
        Kind kind,
        @Nullable Stage stage,
        double done,
        double overall,
        @Nullable Long leftMillis,
        @Nullable String text,
        @Nullable ErrorCode code,
        boolean isNew) {

    enum Kind {
        STEP,
        REMARK,
        DONE,
        STOPPED,
        FAILED,
        CRASHED
    }

    static ChildMessage of(Step step) {
        Duration left = step.left();
        return new ChildMessage(
                Kind.STEP,
                step.stage(),
                step.done(),
                step.overall(),
                left == null ? null : left.toMillis(),
                null,
                null,
                false);
    }

    static ChildMessage of(Kind kind, @Nullable String text) {
        return new ChildMessage(kind, null, 0, 0, null, text, null, false);
    }

    static ChildMessage done(String line, boolean isNew) {
        return new ChildMessage(Kind.DONE, null, 0, 0, null, line, null, isNew);
    }

    static ChildMessage failed(AvatarException problem) {
        return new ChildMessage(Kind.FAILED, null, 0, 0, null, problem.getMessage(), problem.code(), false);
    }

    /** The step of a message of that kind. */
    Step step() {
        if (stage == null) {
            throw new IllegalStateException("A message of kind %s has no step".formatted(kind));
        }
        return new Step(stage, done, overall, leftMillis == null ? null : Duration.ofMillis(leftMillis));
    }

    boolean isOutcome() {
        return kind != Kind.STEP && kind != Kind.REMARK;
    }

    String line() {
        return new String(Json.write(this), StandardCharsets.UTF_8);
    }

    /** The message of a line; empty if the line is something else, such as a warning of a library. */
    static Optional<ChildMessage> ofLine(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(line.getBytes(StandardCharsets.UTF_8), ChildMessage.class));
        } catch (AvatarException e) {
            return Optional.empty();
        }
    }
}
