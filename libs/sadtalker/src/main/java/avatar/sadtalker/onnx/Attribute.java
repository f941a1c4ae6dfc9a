package avatar.sadtalker.onnx;

/** A setting of an operator. */
public final class Attribute {

    private static final int NAME = 1;
    private static final int TYPE = 20;

    private final Message message;

    private Attribute(Message message) {
        this.message = message;
    }

    public static Attribute number(String name, long value) {
        return new Attribute(new Message().text(NAME, name).number(3, value).number(TYPE, 2));
    }

    public static Attribute fraction(String name, double value) {
        return new Attribute(
                new Message().text(NAME, name).fraction(2, (float) value).number(TYPE, 1));
    }

    public static Attribute text(String name, String value) {
        return new Attribute(new Message().text(NAME, name).text(4, value).number(TYPE, 3));
    }

    public static Attribute numbers(String name, long... values) {
        return new Attribute(new Message().text(NAME, name).numbers(8, values).number(TYPE, 7));
    }

    Message message() {
        return message;
    }
}
