package avatar.access;

import java.time.Instant;

/** A browser that has signed in with a key, whose rights it has. */
public record Session(String key, Instant expiresAt) {}
