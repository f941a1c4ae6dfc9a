package avatar.cli.doctor;

import java.util.Locale;

/**
 * The result of one check.
 *
 * @param todo what to do; empty if nothing
 */
record Finding(State state, String what, String found, String todo) {

    static Finding ok(String what, String found) {
        return new Finding(State.OK, what, found, "");
    }

    static Finding note(String what, String found, String todo) {
        return new Finding(State.NOTE, what, found, todo);
    }

    static Finding missing(String what, String found, String todo) {
        return new Finding(State.MISSING, what, found, todo);
    }

    /** The line that the script reads: four columns, separated by tabs. */
    String line() {
        return "%s\t%s\t%s\t%s"
                .formatted(state.name().toLowerCase(Locale.ROOT), plain(what), plain(found), plain(todo));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    enum State {
        OK,
        /** Missing, but not needed right now. */
        NOTE,
        MISSING
    }
}
