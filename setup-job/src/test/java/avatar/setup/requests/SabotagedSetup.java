package avatar.setup.requests;

import avatar.setup.SetupProcess;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Setup-job, with a fault in native code for one avatar. */
final class SabotagedSetup {

    static final String CRASHING = "crashing";

    private SabotagedSetup() {}

    public static void main(String[] arguments) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next;
        do {
            next = System.in.read();
            line.write(next);
        } while (next != '\n');
        if (line.toString(StandardCharsets.UTF_8).contains("\"" + CRASHING + "\"")) {
            crash();
        }
        System.setIn(new SequenceInputStream(new ByteArrayInputStream(line.toByteArray()), System.in));
        SetupProcess.main(arguments);
    }

    /** Writes to an address that no process has. */
    @SuppressWarnings("restricted") // a crash of the process is what is wanted
    static void crash() {
        MemorySegment.ofAddress(8).reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 1);
    }
}
