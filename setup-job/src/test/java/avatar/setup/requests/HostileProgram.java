package avatar.setup.requests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What a decoder could be made to do, in place of setup-job: what, says the system property {@code deed}. */
final class HostileProgram {

    static final String DEED = "deed";
    static final String PORT = "port";

    private static final int MEGABYTE = 1 << 20;

    private HostileProgram() {}

    @SuppressWarnings("InfiniteLoop") // the deed
    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (System.getProperty(DEED, "")) {
            case "crash" -> SabotagedSetup.crash();
            case "spin" -> {
                while (true) {
                    Thread.onSpinWait();
                }
            }
            case "hang" -> Thread.sleep(Long.MAX_VALUE);
            case "take" -> take();
            case "call" -> call();
            default -> throw new IllegalArgumentException("no such deed");
        }
    }

    /** Native memory: that of decoders. */
    @SuppressWarnings("ModifiedButNotUsed") // holds the memory
    private static void take() {
        List<ByteBuffer> taken = new ArrayList<>();
        while (true) {
            ByteBuffer more = ByteBuffer.allocateDirect(MEGABYTE);
            for (int i = 0; i < MEGABYTE; i += 4096) {
                more.put(i, (byte) 1);
            }
            taken.add(more);
        }
    }

    /** Reports what came of a connection to the parent. */
    private static void call() throws IOException {
        String outcome;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger(PORT, 0)), 2000);
            outcome = "connected";
        } catch (IOException e) {
            outcome = "refused";
        }
        System.out.println(ChildMessage.done(outcome, true).line());
    }
}
