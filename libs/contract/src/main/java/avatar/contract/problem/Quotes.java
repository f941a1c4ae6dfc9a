package avatar.contract.problem;

/** Shortens values of a request for error messages. */
public final class Quotes {

    private static final int MAX_LENGTH = 200;

    private Quotes() {}

    /** The first 200 characters of {@code text}, and an ellipsis where it is longer. */
    public static String shortened(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
