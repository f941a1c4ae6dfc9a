package avatar.access;

import avatar.contract.speech.Channels;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A scope, for some channels or for all.
 *
 * @param channels their ids in order, or {@link #ALL} alone
 */
public record Grant(Scope scope, List<String> channels) {

    /** Stands for all channels, those to come included. */
    public static final String ALL = "*";

    /** @throws IllegalArgumentException if there is no channel, or an id is invalid */
    public Grant {
        Set<String> sorted = new TreeSet<>(channels);
        if (sorted.isEmpty() || (!sorted.equals(Set.of(ALL)) && !sorted.stream().allMatch(Channels::isValid))) {
            throw new IllegalArgumentException(
                    "Invalid channels: found %s, expected ids, or '%s' alone for all".formatted(sorted, ALL));
        }
        channels = List.copyOf(sorted);
    }

    public static Grant of(Scope scope, Collection<String> channels) {
        return new Grant(scope, List.copyOf(channels));
    }

    public static Grant everywhere(Scope scope) {
        return new Grant(scope, List.of(ALL));
    }

    public boolean isEverywhere() {
        return channels.contains(ALL);
    }

    public boolean covers(String channel) {
        return isEverywhere() || channels.contains(channel);
    }

    public boolean allows(Scope needed, String channel) {
        return scope.includes(needed) && covers(channel);
    }
}
