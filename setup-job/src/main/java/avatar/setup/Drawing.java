package avatar.setup;

import avatar.faces.presenter.PresenterVideo;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Draws the presenter's video, and prints a line at every quarter of it. */
final class Drawing {

    private Drawing() {}

    /** @param beat called with every picture; what it throws ends the drawing */
    static void write(Path file, PrintWriter out, Runnable beat) {
        int[] quarters = {0};
        PresenterVideo.write(file, share -> {
            beat.run();
            int done = (int) (share * 4);
            if (done > quarters[0]) {
                quarters[0] = done;
                out.printf("Drawing the presenter: %d %%%n", done * 25);
                out.flush();
            }
        });
    }
}
