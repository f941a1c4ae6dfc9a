package avatar.cli.api;

import org.jspecify.annotations.Nullable;

/**
 * How far a movie is.
 *
 * @param state queued, running, done, failed or cancelled
 * @param detail for people; why it failed
 * @param url path of the file, once it is done
 * @param duration of the movie in seconds, once it is done
 */
public record RenderStatus(
        String id,
        String state,
        double percent,
        @Nullable Double secondsLeft,
        @Nullable String detail,
        @Nullable String url,
        @Nullable Double duration) {

    public boolean isOver() {
        return !state.equals("queued") && !state.equals("running");
    }

    public boolean isDone() {
        return state.equals("done");
    }
}
