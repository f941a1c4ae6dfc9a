package avatar.speech.edge;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Word;
import avatar.speech.edge.EdgeStandIn.Speaking;
import avatar.speech.edge.EdgeStandIn.Turn;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.synthesis.Voice;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client of the read-aloud service, on a real WebSocket to a stand-in that speaks the service's protocol. */
class EdgeSynthesizerTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final String JENNY = "en-US-JennyNeural";

    /** Turns that break off or make no sense. */
    private static final Map<String, Turn> BROKEN = Map.of(
            "hangs up", speaking -> speaking.socket().close(),
            "headers longer than their frame",
                    speaking -> speaking.socket().writeBinaryMessage(Buffer.buffer(new byte[] {1, 0, 'a'})),
            "one byte", speaking -> speaking.socket().writeBinaryMessage(Buffer.buffer(new byte[] {0})),
            "no header in the headers", speaking -> speaking.frame("nonsense", Buffer.buffer("x")),
            "audio of another kind",
                    speaking -> speaking.frame("Content-Type:audio/x\r\nPath:audio\r\n", Buffer.buffer("x")),
            "a frame that is no audio", speaking -> speaking.frame("Path:video\r\n", Buffer.buffer("x")),
            "a message without an empty line", speaking -> speaking.socket().writeTextMessage("Path:turn.start"),
            "words that are no JSON", speaking -> speaking.text("audio.metadata", "{"),
            "words at no time", speaking -> speaking.word("Hello", -5, 1),
            "the answer to another request", speaking -> new Speaking(speaking.socket(), "0".repeat(32)).begin());

    private EdgeStandIn service;
    private @Nullable EdgeSynthesizer edge;

    @BeforeEach
    void serve() {
        service = new EdgeStandIn(VERTX, 0);
        service.turns.add(Turn.GOOD);
    }

    @AfterEach
    void stop() {
        service.close();
        if (edge != null) {
            edge.close();
        }
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close();
    }

    @Test
    void speaksAndReportsTheTimesOfTheWords() {
        SpokenClause clause = found().speak(JENNY, "Hello you & me", Prosody.OWN);

        assertThat(clause.sampleRateHz()).isEqualTo(24_000);
        assertThat(clause.duration()).isBetween(EdgeStandIn.SPOKEN.minusMillis(60), EdgeStandIn.SPOKEN.plusMillis(100));
        assertThat(clause.script()).isEqualTo(new SpokenClause.Script("Hello you & me", "en-US"));
        assertThat(clause.words())
                .containsExactly(
                        new Word("Hello", ofMillis(100), ofMillis(500)),
                        new Word("you & me", ofMillis(550), ofMillis(1_050)));
        assertThat(service.configs)
                .hasSize(1)
                .first()
                .asString()
                .contains("\"wordBoundaryEnabled\":\"true\"", "audio-24khz-48kbitrate-mono-mp3");
    }

    @Test
    void textIsEscapedAndRateAndPitchAreSent() {
        found().speak("de-DE-ConradNeural", "<break time='9s'/> & \"so\" \uD83D\uDE00\uD83D", new Prosody(1.25, 0.5));

        assertThat(service.ssml)
                .containsExactly("<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis' xml:lang='de-DE'>"
                        + "<voice name='de-DE-ConradNeural'><prosody pitch='-50%' rate='+25%' volume='+0%'>"
                        + "&lt;break time=&apos;9s&apos;/&gt; &amp; &quot;so&quot; \uD83D\uDE00 "
                        + "</prosody></voice></speak>");
    }

    @Test
    void voicesAreThoseTheServiceLists() {
        assertThat(found().voices())
                .containsExactly(
                        new Voice(
                                "de-DE-ConradNeural",
                                "Microsoft Conrad Online (Natural) - German (Germany)",
                                "de-DE",
                                Voice.Gender.MALE,
                                "edge",
                                true,
                                null),
                        new Voice(
                                JENNY,
                                "Microsoft Jenny Online (Natural) - English (United States)",
                                "en-US",
                                Voice.Gender.FEMALE,
                                "edge",
                                true,
                                null));
        assertThat(found().voice("en-US-NobodyNeural")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-86_400, -600, 600, 86_400})
    void clockThatIsWrongIsSetRightByTheServicesAnswer(int seconds) {
        service.ahead = ofSeconds(seconds);

        SpokenClause clause = found().speak(JENNY, "Hello", Prosody.OWN);

        assertThat(clause.duration()).isPositive();
        // The list was refused once, with the time.
        assertThat(service.lists).hasValue(2);
        assertThat(service.connections).hasValue(1);
    }

    @Test
    void refusedTokenIsTriedTwice() {
        EdgeSynthesizer known = found();
        service.refusesEverybody = true;

        assertFails(known, ErrorCode.SERVICE_UNAVAILABLE, "127.0.0.1 refuses the token (403)");
        assertThat(service.connections).hasValue(2);

        assertFails(known, ErrorCode.SERVICE_UNAVAILABLE, "can't be used: 127.0.0.1 refuses the token (403)");
        assertThat(service.connections).hasValue(2);
        assertThat(known.voices()).noneMatch(Voice::available);
    }

    @Test
    void refusalWithoutATimeIsRefusedAgain() {
        service.tellsTheTime = false;
        service.ahead = Duration.ofHours(1);

        EdgeSynthesizer lost = open(service.url());

        await().until(() -> service.lists.get() >= 2);
        await().untilAsserted(() -> assertThat(reason(lost)).contains("refuses the token"));
    }

    @Test
    void brokenTurnIsRetriedOnce() {
        BROKEN.forEach((what, turn) -> {
            service.turns.clear();
            service.turns.addAll(List.of(turn, Turn.GOOD));

            assertThat(found().speak(JENNY, "Hello", Prosody.OWN).duration())
                    .as(what)
                    .isPositive();
        });
    }

    @Test
    void turnThatBreaksTwiceIsAFailure() {
        BROKEN.forEach((what, turn) -> {
            service.turns.clear();
            service.turns.add(turn);
            int before = service.connections.get();
            try (EdgeSynthesizer known = openAndFind()) {
                assertThatThrownBy(() -> known.speak(JENNY, "Hello", Prosody.OWN))
                        .as(what)
                        .isInstanceOfSatisfying(
                                AvatarException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
                assertThat(service.connections.get() - before).as(what).isEqualTo(2);
            }
        });
    }

    @Test
    void stallWithinAClauseIsNotRetried() {
        service.turns.set(0, speaking -> {
            speaking.begin();
            speaking.word("Hello", 1_000_000, 4_000_000);
        });
        EdgeSynthesizer known = found();

        long start = System.nanoTime();
        assertFails(known, ErrorCode.SERVICE_UNAVAILABLE, "The service sent nothing for 400 ms");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(ofMillis(390), ofSeconds(2));
        assertThat(service.connections).hasValue(1);
    }

    @Test
    void noRequestWaitsForAnUnreachableService() {
        EdgeSynthesizer known = found();
        service.close();
        assertThatThrownBy(() -> known.speak(JENNY, "Hello", Prosody.OWN)).isInstanceOf(AvatarException.class);

        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertFails(known, ErrorCode.SERVICE_UNAVAILABLE, "Microsoft's read-aloud service can't be used");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ofMillis(500));
    }

    @Test
    void serviceThatComesBackIsFoundInTheBackground() {
        int port = service.port();
        EdgeSynthesizer known = found();
        service.close();
        assertThatThrownBy(() -> known.speak(JENNY, "Hello", Prosody.OWN)).isInstanceOf(AvatarException.class);
        assertThat(known.voice(JENNY).orElseThrow().available()).isFalse();

        service = new EdgeStandIn(VERTX, port);
        service.turns.add(Turn.GOOD);

        await().until(() -> known.voice(JENNY).orElseThrow().available());
        assertThat(service.connections).hasValue(0);
        assertThat(known.speak(JENNY, "Hello", Prosody.OWN).duration()).isPositive();
    }

    @Test
    void connectionWithoutAnAnswerTimesOut() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            EdgeSynthesizer lost = open(URI.create("http://127.0.0.1:%d/consumer".formatted(silent.getLocalPort())));

            await().untilAsserted(() -> assertThat(reason(lost)).contains("did not answer within"));
        }
    }

    @Test
    void voicesAreAcceptedByNameBeforeTheServiceIsReached() {
        service.close();
        EdgeSynthesizer lost = open(service.url());

        assertThat(lost.voices()).extracting(Voice::id).containsExactly(EdgeSynthesizer.DEFAULT_VOICE);
        assertThat(lost.voice("pt-BR-AntonioNeural").orElseThrow())
                .extracting(Voice::language, Voice::available)
                .containsExactly("pt-BR", false);
        assertThat(List.of("flite-slt", "en-US-Jenny", "en-US-'/><x a='Neural", "Neural", "en-US-Neural"))
                .allSatisfy(id -> assertThat(lost.voice(id)).isEmpty());
    }

    @Test
    void textWithoutASoundDoesNotMakeTheServiceUnreachable() {
        service.turns.set(0, speaking -> {
            speaking.begin();
            speaking.text("turn.end", "{}");
        });
        EdgeSynthesizer known = found();

        assertFails(known, ErrorCode.SYNTHESIS_FAILED, "The service has no sound for this text");

        assertThat(known.voices()).allMatch(Voice::available);
        assertThat(service.connections).hasValue(1);
    }

    @Test
    void rejectedRequestDoesNotMakeTheServiceUnreachable() {
        service.turns.set(0, speaking -> speaking.socket().close((short) 1007, "Unsupported voice"));
        EdgeSynthesizer known = found();

        assertFails(known, ErrorCode.SYNTHESIS_FAILED, "1007 Unsupported voice");

        assertThat(known.voices()).allMatch(Voice::available);
    }

    @Test
    void endlessSoundIsCutOff() {
        service.turns.set(0, speaking -> {
            speaking.begin();
            for (int i = 0; i < 10; i++) {
                speaking.audio(new byte[500_000], 0, 500_000);
            }
        });

        assertFails(found(), ErrorCode.SERVICE_UNAVAILABLE, "Expected at most 4194304 bytes of sound");
    }

    @Test
    void invalidSoundIsAFailureOfTheService() {
        service.turns.set(0, speaking -> {
            speaking.audio(new byte[5_000], 0, 5_000);
            speaking.text("turn.end", "{}");
        });

        assertFails(found(), ErrorCode.SERVICE_UNAVAILABLE, "it sent sound that can't be decoded");
    }

    private static void assertFails(EdgeSynthesizer known, ErrorCode code, String reason) {
        assertThatThrownBy(() -> known.speak(JENNY, "Hello", Prosody.OWN))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(reason);
    }

    private static @Nullable String reason(EdgeSynthesizer lost) {
        return lost.voice(JENNY).orElseThrow().reason();
    }

    private EdgeSynthesizer found() {
        EdgeSynthesizer known = edge == null ? open(service.url()) : edge;
        await().until(() -> known.voice(JENNY).orElseThrow().available());
        return known;
    }

    private EdgeSynthesizer openAndFind() {
        EdgeSynthesizer known = EdgeSynthesizer.open(settings(service.url()), InstantSource.system());
        await().until(() -> known.voice(JENNY).orElseThrow().available());
        return known;
    }

    private EdgeSynthesizer open(URI url) {
        EdgeSynthesizer opened = EdgeSynthesizer.open(settings(url), InstantSource.system());
        edge = opened;
        return opened;
    }

    private static EdgeSettings settings(URI url) {
        return new EdgeSettings(true, url, ofMillis(400), ofMillis(400), ofMillis(200), Duration.ofHours(24));
    }
}
