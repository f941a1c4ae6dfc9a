package avatar.compositor.speech;

import avatar.compositor.archive.UtteranceArchive;
import avatar.compositor.channel.ChannelRegistry;
import avatar.compositor.channel.LiveChannel;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.SpeechState;
import avatar.pictures.playback.Channel;
import avatar.pictures.playback.RecentIds;
import avatar.pictures.playback.SpeechEvents;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads segments of speech from Kafka and passes them to their channels.
 *
 * <p>A record is acknowledged when its segment was played or dropped, so that a restart continues with the speech
 * that was not yet played. Unreadable records go to the dead letters. Records come one after the other, in the
 * order of the topic.
 */
@ApplicationScoped
class SegmentListener {

    private static final int REMEMBERED_UTTERANCES = 1000;

    private final ChannelRegistry channels;
    private final UtteranceArchive archive;
    private final SpeechEvents events;
    private final InstantSource clock;
    private final RecentIds refused = new RecentIds(REMEMBERED_UTTERANCES);

    SegmentListener(ChannelRegistry channels, UtteranceArchive archive, SpeechEvents events, InstantSource clock) {
        this.channels = channels;
        this.archive = archive;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Completes, and so requests the next record, when the channel has queued the segment; it does not wait for an
     * avatar.
     */
    @Incoming("speech-segments")
    CompletionStage<Void> onSegment(Message<byte[]> message) {
        SpeechSegment segment;
        try {
            segment = read(message.getPayload());
        } catch (AvatarException e) {
            Log.warnf("Segment can't be read, sent to the dead letters error=%s", e.getMessage());
            return message.nack(e);
        }
        if (channels.wasStoppedByDeletion(segment.utteranceId())) {
            return message.ack();
        }
        Optional<LiveChannel> channel = channels.find(segment.channel());
        if (channel.isEmpty()) {
            refuse(segment);
            return message.ack();
        }
        archive.add(segment, channel.get().avatarId());
        play(segment, channel.get().channel(), message);
        return CompletableFuture.completedFuture(null);
    }

    private static void play(SpeechSegment segment, Channel channel, Message<byte[]> message) {
        var _ = channel.offer(segment).thenCompose(_ -> message.ack()).exceptionally(failure -> {
            // Its partition was assigned to another consumer, which gets the record again.
            Log.debugf(failure, "Segment not acknowledged utteranceId=%s", segment.utteranceId());
            return null;
        });
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
