package avatar.web.audit;

import org.jspecify.annotations.Nullable;

/**
 * What somebody did, or tried to do.
 *
 * @param action method and route
 * @param outcome the status of the answer; 0 if the caller left before there was one
 * @param channel a valid id
 */
public record Deed(
        String action,
        String caller,
        String address,
        int outcome,
        @Nullable String channel,
        @Nullable String text) {}
