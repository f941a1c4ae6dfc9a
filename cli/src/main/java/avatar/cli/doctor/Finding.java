package avatar.cli.doctor;

import java.util.Locale;

/**
 * One thing that was looked at.
 *
 * @param todo what helps; empty if nothing has to be done
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

    /** As the script reads it: four columns with tabs between them. */
    String line() {
        return "%s\t%s\t%s\t%s"
                .formatted(state.name().toLowerCase(Locale.ROOT), plain(what), plain(found), plain(todo));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    enum State {
        OK,
        /** Nothing needs it right now. */
        NOTE,
        MISSING
    }
}
