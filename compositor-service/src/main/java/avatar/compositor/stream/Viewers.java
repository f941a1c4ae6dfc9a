package avatar.compositor.stream;

import avatar.compositor.playback.Audience;
import avatar.compositor.playback.AudioClip;
import avatar.compositor.playback.Channel;
import avatar.compositor.playback.Frame;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** All who watch one channel. */
final class Viewers implements Audience {

    private final Channel channel;
    private final List<Viewer> viewers = new CopyOnWriteArrayList<>();
    private final AtomicLong droppedByThoseWhoLeft = new AtomicLong();
    private final AtomicLong cutOff = new AtomicLong();

    private Viewers(Channel channel) {
        this.channel = channel;
    }

    static Viewers of(Channel channel) {
        Viewers viewers = new Viewers(channel);
        channel.attach(viewers);
        return viewers;
    }

    Channel channel() {
        return channel;
    }

    /** Lets somebody watch; what is being seen is his first frame, the rest of what is being heard comes before it. */
    void join(Viewer viewer) {
        channel.greet((frame, audio) -> {
            viewers.add(viewer);
            viewer.offer(Part.of(frame), parts(audio));
            if (viewer.isClosed()) {
                viewers.remove(viewer);
            }
        });
    }

    void leave(Viewer viewer) {
        viewer.close();
        viewers.remove(viewer);
        droppedByThoseWhoLeft.addAndGet(viewer.status().dropped());
        if (viewer.cutOff() != null) {
            cutOff.incrementAndGet();
        }
    }

    @Override
    public boolean isWatching() {
        return !viewers.isEmpty();
    }

    @Override
    public void show(Frame frame, List<AudioClip> audio) {
        Buffer part = Part.of(frame);
        List<Buffer> clips = parts(audio);
        for (Viewer viewer : viewers) {
            viewer.offer(part, clips);
        }
    }

    int count() {
        return viewers.size();
    }

    /** Frames that were replaced by newer ones before a viewer could take them. */
    long dropped() {
        return droppedByThoseWhoLeft.get()
                + status().stream().mapToLong(Viewer.Status::dropped).sum();
    }

    /** Viewers the service hung up on. */
    long cutOff() {
        return cutOff.get();
    }

    List<Viewer.Status> status() {
        return viewers.stream().map(Viewer::status).toList();
    }

    private static List<Buffer> parts(List<AudioClip> clips) {
        return clips.stream().map(Part::of).toList();
    }
}
