package avatar.compositor.stream;

import avatar.pictures.jpeg.JpegScaler;
import avatar.pictures.playback.AudioClip;
import avatar.pictures.playback.Frame;
import avatar.pictures.playback.Pictures.Picture;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A channel in another size or quality, encoded once for all viewers that requested it, and only while there are any.
 *
 * <p>Events of the channel are handled in order, by one thread at a time and none of the channels': encoding takes
 * milliseconds. A frame that a newer one has overtaken is not encoded; sound is never left out.
 */
final class Rendition implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Rendition.class.getName());

    private final Viewers viewers = new Viewers();
    private final JpegScaler scaler;
    private final Executor threads;

    /** Base frames, made when first shown: an idle channel costs no encoding here, either. */
    private final @Nullable ByteBuffer[] stills;

    /** The sound of frames that were not encoded; goes with the next one that is. */
    private final List<AudioClip> held = new ArrayList<>();

    private final Queue<Event> events = new ArrayDeque<>();
    private int framesWaiting;
    private boolean isWorking;
    private boolean isClosed;
    private @Nullable Frame latest;

    /** An event of the channel. */
    private sealed interface Event {
        record Shown(Frame frame, List<AudioClip> audio) implements Event {}

        record Joined(Subscription subscription, Frame frame, List<AudioClip> audio) implements Event {}

        record UtteranceEnded(String utteranceId) implements Event {}

        record Closed() implements Event {}
    }

    /** @param frames of the base video */
    Rendition(JpegScaler scaler, int frames, Executor threads) {
        this.scaler = scaler;
        this.stills = new ByteBuffer[frames];
        this.threads = threads;
    }

    Viewers viewers() {
        return viewers;
    }

    void show(Frame frame, List<AudioClip> audio) {
        add(new Event.Shown(frame, audio));
    }

    void join(Subscription subscription, Frame frame, List<AudioClip> audio) {
        add(new Event.Joined(subscription, frame, audio));
    }

    void endUtterance(String utteranceId) {
        add(new Event.UtteranceEnded(utteranceId));
    }

    @Override
    public void close() {
        add(new Event.Closed());
    }

    private void add(Event event) {
        synchronized (this) {
            if (isClosed) {
                return; // a viewer left in the moment it joined
            }
            isClosed = event instanceof Event.Closed;
            events.add(event);
            if (event instanceof Event.Shown) {
                framesWaiting++;
            }
            if (isWorking) {
                return;
            }
            isWorking = true;
        }
        threads.execute(this::work);
    }

    private void work() {
        for (Event event = next(); event != null; event = next()) {
            try {
                handle(event);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "Frame could not be scaled", e);
            }
        }
    }

    private synchronized @Nullable Event next() {
        Event event = events.poll();
        if (event == null) {
            isWorking = false;
        }
        if (event instanceof Event.Shown) {
            framesWaiting--;
        }
        return event;
    }

    private synchronized boolean isOvertaken() {
        return framesWaiting > 0;
    }

    private void handle(Event event) {
        switch (event) {
            case Event.Shown shown when isOvertaken() -> held.addAll(shown.audio());
            case Event.Shown shown -> showAll(shown.frame(), shown.audio());
            case Event.Joined joined -> {
                // The sound that is held is part of what a joining viewer gets anyway.
                showAll(joined.frame(), List.of());
                viewers.add(joined.subscription(), scaled(joined.frame()), joined.audio());
            }
            case Event.UtteranceEnded ended -> {
                held.removeIf(clip -> clip.utteranceId().equals(ended.utteranceId()));
                viewers.endUtterance(ended.utteranceId());
            }
            case Event.Closed _ -> scaler.close();
        }
    }

    private void showAll(Frame frame, List<AudioClip> audio) {
        if (viewers.size() > 0) {
            held.addAll(audio);
            viewers.show(scaled(frame), List.copyOf(held));
        }
        held.clear();
    }

    private Frame scaled(Frame frame) {
        Frame made = latest;
        if (made == null || made.number() != frame.number()) {
            made = frame.with(frame.picture().isBase() ? still(frame) : scaled(frame.picture()));
            latest = made;
        }
        return made;
    }

    private Picture still(Frame frame) {
        ByteBuffer still = stills[frame.index()];
        if (still == null) {
            byte[] jpeg = scaler.scale(frame.picture().jpeg());
            still = ByteBuffer.allocateDirect(jpeg.length).put(jpeg).flip();
            stills[frame.index()] = still;
        }
        return new Picture(still, true);
    }

    private Picture scaled(Picture picture) {
        return new Picture(ByteBuffer.wrap(scaler.scale(picture.jpeg())), false);
    }
}
