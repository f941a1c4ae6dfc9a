package avatar.compositor.stream;

import avatar.compositor.playback.AudioClip;
import avatar.compositor.playback.Frame;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** All who watch one channel in one size: each frame is made a part once, and all get that one buffer. */
final class Viewers {

    private final List<Seat> seats = new CopyOnWriteArrayList<>();
    private final Map<Executor, Row> rows = new ConcurrentHashMap<>();

    int size() {
        return seats.size();
    }

    List<Seat> seats() {
        return seats;
    }

    /** Lets somebody watch, beginning with the frame that is seen and what is still to be heard. */
    void welcome(Seat seat, Frame frame, List<AudioClip> audio) {
        seats.add(seat);
        rows.computeIfAbsent(seat.viewer().thread(), Row::new).add(seat.viewer());
        show(List.of(seat), frame, audio);
        if (seat.viewer().isClosed()) {
            leave(seat);
        }
    }

    void leave(Seat seat) {
        seats.remove(seat);
        Row row = rows.get(seat.viewer().thread());
        if (row != null) {
            row.remove(seat.viewer());
        }
    }

    void show(Frame frame, List<AudioClip> audio) {
        show(seats, frame, audio);
    }

    void hush(String utteranceId) {
        seats.forEach(seat -> seat.hush(utteranceId));
    }

    void end() {
        seats.forEach(seat -> seat.viewer().end());
    }

    private void show(List<Seat> shownTo, Frame frame, List<AudioClip> audio) {
        try (Showing showing = new Showing(frame, audio)) {
            shownTo.forEach(showing::showTo);
        }
        rows.values().forEach(Row::call);
    }

    /** One frame and its sound, made parts when they are first needed, and held as long as it takes to hand them out. */
    private static final class Showing implements AutoCloseable {

        private final Frame frame;
        private final List<AudioClip> audio;
        private @Nullable ByteBuf picture;
        private @Nullable ByteBuf tellingPicture;
        private @Nullable List<Sound> sounds;

        Showing(Frame frame, List<AudioClip> audio) {
            this.frame = frame;
            this.audio = audio;
        }

        void showTo(Seat seat) {
            List<Sound> forHim = seat.sounds(frame, audio, this::sharedSounds);
            seat.viewer().offer(seat.takes(frame) ? picture(seat.hears()) : null, forHim);
            if (seat.hasOwnSounds()) {
                release(forHim);
            }
        }

        private ByteBuf picture(boolean isTelling) {
            if (isTelling && frame.spoken() == null) {
                ByteBuf made = tellingPicture == null ? Part.telling(frame) : tellingPicture;
                tellingPicture = made;
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
            if (tellingPicture != null) {
                tellingPicture.release();
            }
            if (sounds != null) {
                release(sounds);
            }
        }
    }
}
