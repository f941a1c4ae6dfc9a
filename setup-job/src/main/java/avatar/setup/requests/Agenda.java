package avatar.setup.requests;

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

/** What is to be made, in order, and what is being made. Called by one thread; the work is done by another. */
final class Agenda {

    /** Who stops this process waits a little longer. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(6);

    private final Workshop workshop;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final List<Job> ended = new ArrayList<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("workshop").factory());

    private @Nullable Running running;

    /** @param isDone whether it ended, and was not given back */
    private record Running(Job job, Future<Boolean> isDone) {}

    Agenda(Workshop workshop) {
        this.workshop = workshop;
    }

    int size() {
        return waiting.size();
    }

    void add(Job job) {
        workshop.announce(job);
        waiting.add(job);
    }

    /** Stops it at its next step, or before its first; nothing happens if it has ended. */
    void cancel(String setup) {
        Running now = running;
        if (now != null && now.job().request().setup().equals(setup)) {
            now.job().stop(Job.Reason.CANCELLED);
        }
        for (Job job : List.copyOf(waiting)) {
            if (job.request().setup().equals(setup)) {
                job.stop(Job.Reason.CANCELLED);
                if (workshop.tellCancelled(job)) {
                    waiting.remove(job);
                    ended.add(job);
                }
            }
        }
    }

    void startNext() {
        if (running == null && !waiting.isEmpty()) {
            Job job = waiting.remove();
            running = new Running(job, worker.submit(() -> workshop.work(job)));
        }
    }

    /** Those that have ended since this was last asked. */
    List<Job> takeEnded() {
        Running now = running;
        if (now != null && now.isDone().isDone()) {
            finish(now);
        }
        List<Job> taken = List.copyOf(ended);
        ended.clear();
        return taken;
    }

    /** Leaves what is of these partitions, now, to whoever gets them. */
    void giveBack(Collection<TopicPartition> partitions) {
        waiting.removeIf(job -> partitions.contains(job.partition()));
        Running now = running;
        if (now != null && partitions.contains(now.job().partition())) {
            stop(now);
        }
    }

    /** Leaves everything; false if what is being made did not end in time. */
    boolean giveBackAll() {
        waiting.clear();
        Running now = running;
        return now == null || stop(now);
    }

    private boolean stop(Running now) {
        now.job().stop(Job.Reason.GIVEN_BACK);
        try {
            now.isDone().get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            finish(now);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A setup broke off", e);
        }
    }

    private void finish(Running now) {
        running = null;
        try {
            if (now.isDone().get()) {
                ended.add(now.job());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // No failure of the setup, but of this process: it ends, and the next one takes it.
            throw new IllegalStateException("A setup broke off", e);
        }
        // Pictures of megabytes are garbage now, and nobody may come for hours.
        System.gc();
    }
}
