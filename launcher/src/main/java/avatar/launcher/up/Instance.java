package avatar.launcher.up;

/**
 * One process of a service.
 *
 * @param number from 1 on
 */
record Instance(Service service, int number) {

    static Instance firstOf(Service service) {
        return new Instance(service, 1);
    }

    boolean isFirst() {
        return number == 1;
    }

    /** Its name in messages, and of its log. */
    String name() {
        return numbered(service.module());
    }

    /** A name for this process only; the first one has it as it is. */
    String numbered(String name) {
        return isFirst() ? name : name + "-" + number;
    }
}
