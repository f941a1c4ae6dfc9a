package avatar.contract.api;

import avatar.contract.problem.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * How far a setup is: {@code GET /api/v1/setups/{id}}.
 *
 * @param state {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param stage what is being done, for people
 * @param percent of the whole, 0..100
 * @param secondsLeft as estimated
 * @param code why it failed
 * @param detail for people: what was made, why it failed, or what it waits for
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
