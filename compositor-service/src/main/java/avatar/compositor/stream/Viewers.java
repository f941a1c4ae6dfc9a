package avatar.compositor.stream;

import avatar.pictures.playback.AudioClip;
import avatar.pictures.playback.Frame;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The viewers of one channel in one size: each frame is made a part once, and all viewers get that one buffer. */
final class Viewers {

    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Map<Executor, EventLoopViewers> loops = new ConcurrentHashMap<>();

    int size() {
        return subscriptions.size();
    }

    List<Subscription> subscriptions() {
        return subscriptions;
    }

    /** Adds a viewer, which starts with the current frame and the sound that is still to be heard. */
    void add(Subscription subscription, Frame frame, List<AudioClip> audio) {
        subscriptions.add(subscription);
        loops.computeIfAbsent(subscription.viewer().thread(), EventLoopViewers::new)
                .add(subscription.viewer());
        show(List.of(subscription), frame, audio);
        if (subscription.viewer().isClosed()) {
            leave(subscription);
        }
    }

    void leave(Subscription subscription) {
        subscriptions.remove(subscription);
        EventLoopViewers loop = loops.get(subscription.viewer().thread());
        if (loop != null) {
            loop.remove(subscription.viewer());
        }
    }

    void show(Frame frame, List<AudioClip> audio) {
        show(subscriptions, frame, audio);
    }

    void endUtterance(String utteranceId) {
        subscriptions.forEach(subscription -> subscription.endUtterance(utteranceId));
    }

    void end() {
        subscriptions.forEach(subscription -> subscription.viewer().end());
    }

    private void show(List<Subscription> shownTo, Frame frame, List<AudioClip> audio) {
        try (Showing showing = new Showing(frame, audio)) {
            shownTo.forEach(showing::showTo);
        }
        loops.values().forEach(EventLoopViewers::call);
    }

    /** One frame and its sound, made parts when they are first needed, and held until all viewers have them. */
    private static final class Showing implements AutoCloseable {

        private final Frame frame;
        private final List<AudioClip> audio;
        private @Nullable ByteBuf picture;
        private @Nullable ByteBuf spokenPicture;
        private @Nullable List<Sound> sounds;

        Showing(Frame frame, List<AudioClip> audio) {
            this.frame = frame;
            this.audio = audio;
        }

        void showTo(Subscription subscription) {
            List<Sound> heard = subscription.sounds(frame, audio, this::sharedSounds);
            subscription.viewer().offer(subscription.takes(frame) ? picture(subscription.hears()) : null, heard);
            if (subscription.hasOwnSounds()) {
                release(heard);
            }
        }

        private ByteBuf picture(boolean withSpeech) {
            if (withSpeech && frame.spoken() == null) {
                ByteBuf made = spokenPicture == null ? Part.withSpeech(frame) : spokenPicture;
                spokenPicture = made;
                return made;
            }
            ByteBuf made = picture == null ? Part.of(frame) : picture;
            picture = made;
            return made;
        }

        private List<Sound> sharedSounds() {
            if (sounds == null) {
                List<Sound> made = new ArrayList<>();
                audio.forEach(clip -> made.add(new Sound(clip.utteranceId(), Part.of(clip))));
                sounds = made;
            }
            return sounds;
        }

        private static void release(List<Sound> made) {
            made.forEach(sound -> sound.part().release());
        }

        @Override
        public void close() {
            if (picture != null) {
                picture.release();
            }
            if (spokenPicture != null) {
                spokenPicture.release();
            }
            if (sounds != null) {
                release(sounds);
            }
        }
    }
}
