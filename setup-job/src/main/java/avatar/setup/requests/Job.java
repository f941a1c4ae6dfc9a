package avatar.setup.requests;

import avatar.contract.setup.SetupRequest;
import avatar.setup.making.Cancellation;
import org.apache.kafka.common.TopicPartition;

/**
 * A request that was read from the topic and is not finished.
 *
 * @param cancellation ends it at its next step, or before its first
 */
record Job(SetupRequest request, TopicPartition partition, long offset, Cancellation cancellation) {

    Job(SetupRequest request, TopicPartition partition, long offset) {
        this(request, partition, offset, new Cancellation());
    }
}
