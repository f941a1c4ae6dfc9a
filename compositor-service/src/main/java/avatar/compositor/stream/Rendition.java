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
 * A channel in another size, encoded once for all who watch it so, and only for as long as they do.
 *
 * <p>What happens on the channel is worked off in its order, by one thread at a time and none of the channels': encoding takes
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

    /** What happened on the channel, in its order. */
    private sealed interface Event {
        record Shown(Frame frame, List<AudioClip> audio) implements Event {}

        record Joined(Subscription subscription, Frame frame, List<AudioClip> audio) implements Event {}

        record Hushed(String utteranceId) implements Event {}

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

    void welcome(Subscription subscription, Frame frame, List<AudioClip> audio) {
        add(new Event.Joined(subscription, frame, audio));
    }

    void hush(String utteranceId) {
        add(new Event.Hushed(utteranceId));
    }

    @Override
    public void close() {
        add(new Event.Closed());
    }

    private void add(Event event) {
        synchronized (this) {
            if (isClosed) {
                return; // somebody left in the moment he was let in
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
                LOG.log(Level.ERROR, "A frame could not be made smaller", e);
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
                // The sound that is held is part of what a newcomer gets anyway.
                showAll(joined.frame(), List.of());
                viewers.welcome(joined.subscription(), scaled(joined.frame()), joined.audio());
            }
            case Event.Hushed hushed -> {
                held.removeIf(clip -> clip.utteranceId().equals(hushed.utteranceId()));
                viewers.hush(hushed.utteranceId());
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
