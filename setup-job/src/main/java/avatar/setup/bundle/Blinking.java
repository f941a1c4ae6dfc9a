package avatar.setup.bundle;

import avatar.contract.bundle.Similarity;
import avatar.faces.face.Face;
import avatar.faces.track.FaceLight;
import avatar.faces.track.Ring;
import avatar.faces.video.BgrImage;
import avatar.mouths.blink.Blink;
import avatar.mouths.blink.BlinkPainter;
import avatar.mouths.blink.BlinkSchedule;
import java.util.List;

/** Draws blinks into the video of a person who never blinks. */
final class Blinking implements BaseVideo.Change {

    private final BlinkPainter painter;
    private final BlinkSchedule schedule;
    private final FaceLight light;
    private final List<Similarity> head;

    /**
     * Blinks made from the eyes of one picture.
     *
     * @param reference a picture with its eyes open
     * @param head carries the upper face of that picture onto each frame
     */
    Blinking(BgrImage reference, Face face, List<Similarity> head, double fps) {
        Blink blink = new Blink(reference, face);
        this.painter = new BlinkPainter(blink);
        this.schedule = BlinkSchedule.of(head.size(), fps);
        this.light = new FaceLight(reference, Ring.of(blink.patch(), blink.box()));
        this.head = List.copyOf(head);
    }

    @Override
    public BgrImage apply(int number, BgrImage picture) {
        double closed = schedule.closed(number);
        if (closed == 0) {
            return picture;
        }
        Similarity here = head.get(number);
        return painter.paint(picture, closed, here, light.gain(picture, here));
    }
}
