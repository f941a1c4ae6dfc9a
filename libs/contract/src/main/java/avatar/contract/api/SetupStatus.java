package avatar.contract.api;

import avatar.contract.problem.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a setup: {@code GET /api/v1/setups/{id}}.
 *
 * @param state {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param stage description of the current step
 * @param percent of the setup, 0..100
 * @param secondsLeft estimated
 * @param code why it failed
 * @param detail readable text: the result, the reason of a failure, or what the setup waits for
 */
public record SetupStatus(
        String id,
        String avatar,
        String state,
        @Nullable String stage,
        int percent,
        @Nullable Double secondsLeft,
        @Nullable ErrorCode code,
        @Nullable String detail) {}
