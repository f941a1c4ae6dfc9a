package avatar.compositor.channel;

import avatar.compositor.playback.Channel;
import avatar.compositor.playback.PlaybackConfig;
import avatar.compositor.playback.SpeechEvents;
import avatar.compositor.render.RenderConfig;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.Channels;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The channels of this service, by name. */
@ApplicationScoped
public class LiveChannels {

    private final List<LiveChannel> channels;

    LiveChannels(
            AvatarsConfig avatars,
            ChannelConfig config,
            RenderConfig render,
            PlaybackConfig playback,
            SpeechEvents events) {
        ChannelParts parts =
                new ChannelParts(render, playback, events, config.mouthCache().asLongValue(), config.retryEvery());
        this.channels =
                List.of(new LiveChannel(Channels.DEFAULT, avatars.folder().resolve(config.avatar()), parts));
    }

    void start(@Observes StartupEvent event) {
        for (LiveChannel channel : channels) {
            Thread.ofPlatform().name("channel-" + channel.name()).daemon().start(channel);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        channels.forEach(LiveChannel::stop);
    }

    /** What is known of a channel, whether it runs yet or not. */
    public record Status(String name, Optional<Channel> running, Optional<String> trouble) {}

    public List<Status> all() {
        return channels.stream()
                .map(channel -> new Status(channel.name(), channel.running(), channel.trouble()))
                .toList();
    }

    public List<String> names() {
        return channels.stream().map(LiveChannel::name).toList();
    }

    /** The channel of that name, once it runs; empty if there is none. */
    public Optional<CompletionStage<Channel>> find(String name) {
        return channels.stream()
                .filter(channel -> channel.name().equals(name))
                .map(LiveChannel::started)
                .findFirst();
    }

    /**
     * The channel of that name.
     *
     * @throws AvatarException if there can be none, there is none, or it does not run yet
     */
    public Channel require(String name) {
        Channels.requireValid(name);
        LiveChannel found = channels.stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AvatarException(ErrorCode.NOT_FOUND, absent(name)));
        return found.running()
                .orElseThrow(() -> new AvatarException(
                        ErrorCode.AVATAR_NOT_READY,
                        "Channel '%s' shows nothing yet: %s"
                                .formatted(name, found.trouble().orElse("it is about to start"))));
    }

    /** Says that there is no such channel, and which there are. */
    public String absent(String name) {
        return "no channel '%s'; there is %s".formatted(name, String.join(", ", names()));
    }
}
