package avatar.web.gateway;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How one instance continues the stream of another.
 *
 * @param places the instances that can, the best one first; none while nobody is known
 * @param splitters cut the streams
 * @param opening what the viewer gets before the first unit
 * @param interruption what the viewer gets between the units of two instances; null: nothing
 * @param hasEnd whether a stream that ends in order is complete
 */
record Continuation(
        Supplier<List<Instance>> places,
        Supplier<Splitter> splitters,
        Buffer opening,
        @Nullable Buffer interruption,
        boolean hasEnd) {

    /** A part without content, at which the page silences the sound that is scheduled. */
    private static final Buffer INTERRUPTION = Buffer.buffer(
            "Content-Type: application/x-interruption\r\nContent-Length: 0\r\n\r\n\r\n" + PartSplitter.OPENING);

    static Continuation of(AnswerKind kind, Supplier<List<Instance>> places) {
        return switch (kind) {
            case PLAIN -> throw new IllegalArgumentException("A plain answer can't be continued");
            case EVENTS -> new Continuation(places, EventSplitter::new, Buffer.buffer(), null, false);
            case EVENTS_WITH_END -> new Continuation(places, EventSplitter::new, Buffer.buffer(), null, true);
            case PICTURES ->
                new Continuation(places, PartSplitter::new, Buffer.buffer(PartSplitter.OPENING), null, false);
            case PICTURES_AND_SOUND ->
                new Continuation(places, PartSplitter::new, Buffer.buffer(PartSplitter.OPENING), INTERRUPTION, false);
        };
    }
}
