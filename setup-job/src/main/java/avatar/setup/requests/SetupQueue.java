package avatar.setup.requests;

import avatar.setup.making.Cancellation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The jobs that wait, in order, and the one that runs. Called by one thread; another one does the work. */
final class SetupQueue {

    /** Shorter than what orchestrators allow before they kill a process. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(6);

    private final SetupWorker worker;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final List<Job> finished = new ArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("setup-worker").factory());

    private @Nullable Running running;

    /** @param isFinished false if the job was given back */
    private record Running(Job job, Future<Boolean> isFinished) {}

    SetupQueue(SetupWorker worker) {
        this.worker = worker;
    }

    int size() {
        return waiting.size();
    }

    void add(Job job) {
        worker.publishQueued(job);
        waiting.add(job);
    }

    /** Cancels a setup: a running one ends at its next step, a waiting one now, a finished one is left alone. */
    void cancel(String setup) {
        Running now = running;
        if (now != null && now.job().request().setup().equals(setup)) {
            now.job().cancellation().request(Cancellation.Reason.CANCELLED);
        }
        for (Job job : List.copyOf(waiting)) {
            if (job.request().setup().equals(setup)) {
                job.cancellation().request(Cancellation.Reason.CANCELLED);
                if (worker.publishCancelled(job)) {
                    waiting.remove(job);
                    finished.add(job);
                }
            }
        }
    }

    void startNext() {
        if (running == null && !waiting.isEmpty()) {
            Job job = waiting.remove();
            running = new Running(job, thread.submit(() -> worker.work(job)));
        }
    }

    /** The jobs that have finished since the last call. */
    List<Job> takeFinished() {
        Running now = running;
        if (now != null && now.isFinished().isDone()) {
            finish(now);
        }
        List<Job> taken = List.copyOf(finished);
        finished.clear();
        return taken;
    }

    /** Gives back the jobs of these partitions at once: the next owner of the partitions starts them again. */
    void giveBack(Collection<TopicPartition> partitions) {
        waiting.removeIf(job -> partitions.contains(job.partition()));
        Running now = running;
        if (now != null && partitions.contains(now.job().partition())) {
            stop(now);
        }
    }

    /** Gives back all jobs; false if the running one did not end within the timeout. */
    boolean giveBackAll() {
        waiting.clear();
        Running now = running;
        return now == null || stop(now);
    }

    private boolean stop(Running now) {
        now.job().cancellation().request(Cancellation.Reason.GIVEN_BACK);
        try {
            now.isFinished().get(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            finish(now);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The setup worker crashed", e);
        }
    }

    private void finish(Running now) {
        running = null;
        try {
            if (now.isFinished().get()) {
                finished.add(now.job());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // Not a failure of the setup but of this process: it ends, and the next process starts the setup again.
            throw new IllegalStateException("The setup worker crashed", e);
        }
    }
}
