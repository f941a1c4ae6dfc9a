package avatar.lips.planning;

/** A movement of the lips to those of a gesture; times as in {@link Sound}. */
record Movement(Gesture gesture, long begins, long arrives) {

    Movement within(long newBegins, long newArrives) {
        return new Movement(gesture, newBegins, newArrives);
    }

    Movement shifted(long nanos) {
        return within(begins + nanos, arrives + nanos);
    }
}
