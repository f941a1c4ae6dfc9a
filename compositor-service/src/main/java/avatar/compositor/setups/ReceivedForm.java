package avatar.compositor.setups;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerFileUpload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a form, which are written to disk while they are received. For the thread of their connection. */
final class ReceivedForm {

    /**
     * A file of a form.
     *
     * @param field name of the form's field
     * @param fileName its name on the sender's machine
     * @param path where it is received
     */
    record ReceivedFile(String field, String fileName, Path path) {}

    private record Write(HttpServerFileUpload upload, Future<Void> done) {}

    private final List<ReceivedFile> files = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();

    private long bytes;

    /** Writes a file; the result completes when all of it is on disk. */
    Future<Void> write(HttpServerFileUpload upload, Path path) {
        files.add(new ReceivedFile(upload.name(), upload.filename(), path));
        Future<Void> done = upload.streamToFileSystem(path.toString());
        writes.add(new Write(upload, done));
        return done;
    }

    /** Stops writing. */
    void cancel() {
        for (Write write : writes) {
            if (!write.done().isComplete()) {
                write.upload().cancelStreamToFileSystem();
            }
        }
    }

    /** Counts a piece of the body. */
    void count(int length) {
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    List<ReceivedFile> files() {
        return List.copyOf(files);
    }

    /** Completes when no file is written any more. */
    Future<?> settled() {
        return Future.join(writes.stream().map(Write::done).toList());
    }
}
