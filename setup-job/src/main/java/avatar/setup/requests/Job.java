package avatar.setup.requests;

import avatar.contract.setup.SetupRequest;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A request that was taken from the topic and has not ended yet. */
final class Job {

    private final SetupRequest request;
    private final TopicPartition partition;
    private final long offset;
    private volatile @Nullable Reason stopped;

    /** Why a job is not made to its end. */
    enum Reason {
        /** Nobody wants it any more. */
        CANCELLED,
        /** This process may or can not go on; the next one begins anew. */
        GIVEN_BACK
    }

    Job(SetupRequest request, TopicPartition partition, long offset) {
        this.request = request;
        this.partition = partition;
        this.offset = offset;
    }

    SetupRequest request() {
        return request;
    }

    TopicPartition partition() {
        return partition;
    }

    long offset() {
        return offset;
    }

    /** Ends it at its next step; the first reason counts. Any thread may call. */
    synchronized void stop(Reason reason) {
        if (stopped == null) {
            stopped = reason;
        }
    }

    boolean isGivenBack() {
        return stopped == Reason.GIVEN_BACK;
    }

    /** @throws Stopped if it is not to be made to its end */
    void requireGoingOn() {
        Reason reason = stopped;
        if (reason != null) {
            throw new Stopped(reason);
        }
    }

    /** A job was stopped, and nothing of it is left. */
    static final class Stopped extends CancellationException {

        private static final long serialVersionUID = 1;

        private final Reason reason;

        private Stopped(Reason reason) {
            super("Stopped: " + reason);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }
}
