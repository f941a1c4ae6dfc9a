package avatar.compositor.speech;

import avatar.compositor.archive.UtteranceArchive;
import avatar.compositor.channel.ChannelRegistry;
import avatar.compositor.channel.LiveChannel;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.SpeechState;
import avatar.kit.kafka.DeadLetters;
import avatar.pictures.playback.RecentIds;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Passes segments of speech to their channels. For the consumer's thread. */
@Singleton
class SegmentListener {

    private static final int REMEMBERED_UTTERANCES = 1000;

    private final ChannelRegistry channels;
    private final UtteranceArchive archive;
    private final SpeechEventPublisher events;
    private final DeadLetters deadLetters;
    private final FirstFrameSpans spans;
    private final InstantSource clock;
    private final RecentIds refused = new RecentIds(REMEMBERED_UTTERANCES);

    SegmentListener(
            ChannelRegistry channels,
            UtteranceArchive archive,
            SpeechEventPublisher events,
            DeadLetters deadLetters,
            FirstFrameSpans spans,
            InstantSource clock) {
        this.channels = channels;
        this.archive = archive;
        this.events = events;
        this.deadLetters = deadLetters;
        this.spans = spans;
        this.clock = clock;
    }

    /**
     * Handles a record.
     *
     * @return completes when it need not be delivered again: its segment was played or dropped, and what became of its
     *     utterance is on Kafka
     */
    CompletionStage<Void> handle(ConsumerRecord<String, byte[]> message) {
        SpeechSegment segment;
        try {
            segment = read(message.value());
        } catch (AvatarException e) {
            return deadLetters.publish(message, e);
        }
        if (channels.wasStoppedByDeletion(segment.utteranceId())) {
            return CompletableFuture.completedFuture(null);
        }
        Optional<LiveChannel> channel = channels.find(segment.channel());
        if (channel.isEmpty()) {
            refuse(segment);
            return events.written();
        }
        spans.received(segment, message.headers());
        archive.add(segment, channel.get().avatarId());
        return channel.get().channel().offer(segment).thenCompose(_ -> events.written());
    }

    private void refuse(SpeechSegment segment) {
        if (refused.add(segment.utteranceId())) {
            events.publish(new SpeechEvent(
                    segment.utteranceId(),
                    segment.channel(),
                    SpeechState.FAILED,
                    channels.absent(segment.channel()),
                    clock.instant()));
        }
    }

    private static SpeechSegment read(byte @Nullable [] value) {
        if (value == null) {
            throw new AvatarException(ErrorCode.MALFORMED_RECORD, "A segment's record must have a value");
        }
        return SpeechSegment.fromBytes(value);
    }
}
