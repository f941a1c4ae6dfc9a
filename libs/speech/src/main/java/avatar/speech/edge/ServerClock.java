package avatar.speech.edge;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The service's time of day: this machine's, corrected by the service's answers to refused tokens. */
final class ServerClock implements InstantSource {

    private final InstantSource own;
    private volatile Duration ahead = Duration.ZERO;

    ServerClock(InstantSource own) {
        this.own = own;
    }

    @Override
    public Instant instant() {
        return own.instant().plus(ahead);
    }

    /**
     * Sets the clock by the time of an answer.
     *
     * @param date header {@code Date} (RFC 9110, 5.6.7); an invalid one is ignored
     */
    void correct(@Nullable String date) {
        if (date == null) {
            return;
        }
        try {
            Instant server = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            ahead = Duration.between(own.instant(), server);
        } catch (DateTimeException e) {
            // An answer without a time: the token stays the same, and the next refusal is final.
            return;
        }
    }
}
