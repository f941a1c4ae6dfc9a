package avatar.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.access.AccessKey;
import avatar.access.KeyFile;
import avatar.access.KeyRing;
import avatar.access.KeyText;
import avatar.access.Link;
import avatar.access.Quota;
import avatar.access.Scope;
import avatar.cli.fake.Cli;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest {

    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void noKeys() {
        file = folder.resolve("keys.json").toString();
    }

    @Test
    void createsAKeyAndPrintsItAlone() {
        Cli run = create("--name", "newsroom", "--scope", "speak", "--channel", "main", "--quota", "characters=500");

        KeyText created = KeyText.parse(run.out().strip()).orElseThrow();
        AccessKey kept = ring().authenticate(created).orElseThrow();
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains(created.id(), file).doesNotContain(created.secret());
        assertThat(kept.name()).isEqualTo("newsroom");
        assertThat(kept.scope()).isEqualTo(Scope.SPEAK);
        assertThat(kept.channels()).containsExactly("main");
        assertThat(kept.quotas()).isEqualTo(Map.of(Quota.CHARACTERS, 500L));
    }

    @Test
    void aKeyIsForAllChannelsUnlessSomeAreNamed() {
        create("--name", "me", "--scope", "manage");

        assertThat(ring().keys())
                .singleElement()
                .satisfies(key -> assertThat(key.grant().isEverywhere()).isTrue());
    }

    @Test
    void listsKeysWithoutTheirSecrets() {
        KeyText key = created("--name", "me", "--scope", "manage", "--quota", "renders=5");

        assertThat(Cli.run("keys", "list", "--file", file).out())
                .contains(key.id(), "me", "manage", "*", "renders=5")
                .doesNotContain(key.secret(), ring().keys().getFirst().secretHash());
        assertThat(Cli.run("keys", "list", "--json", "--file", file).out())
                .startsWith(
                        "[{\"id\":\"%s\",\"name\":\"me\",\"scope\":\"manage\",\"channels\":[\"*\"]".formatted(key.id()))
                .doesNotContain("ash");
    }

    @Test
    void saysThatThereAreNoKeys() {
        assertThat(Cli.run("keys", "list", "--file", file).out()).startsWith("Found no keys in " + file);
    }

    @Test
    void revokesAKeyOnce() {
        KeyText key = created("--name", "me", "--scope", "manage");

        assertThat(Cli.run("keys", "revoke", key.id(), "--file", file))
                .isEqualTo(new Cli(0, """
                        revoked %s
                        """.formatted(key.id()), ""));
        assertThat(ring().keys()).isEmpty();
        Cli again = Cli.run("keys", "revoke", key.id(), "--file", file);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("Unknown key: found '%s'".formatted(key.id()));
    }

    @Test
    void signsALinkToTheStreamInTheNameOfAKey() {
        KeyText key = created("--name", "me", "--scope", "speak");

        Cli run = Cli.run("keys", "link", "--channel", "main", "--expires", "2h", "--file", file);

        URI url = URI.create(run.out().strip());
        Link link = ring().signer().link(url.getQuery().replace("token=", "")).orElseThrow();
        assertThat(url.getPath()).isEqualTo("/stream/main.mjpeg");
        assertThat(link.channel()).isEqualTo("main");
        assertThat(link.scope()).isEqualTo(Scope.WATCH);
        assertThat(link.key()).isEqualTo(key.id());
        assertThat(Duration.between(Instant.now(), link.expiresAt()))
                .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(120));
    }

    @Test
    void signsALinkToThePageForSpeech() {
        created("--name", "me", "--scope", "manage");

        assertThat(Cli.run("keys", "link", "--channel", "desk", "--scope", "speak", "--file", file)
                        .out())
                .contains("/?channel=desk&token=");
    }

    @Test
    void signsNoLinkWithoutAKeyThatMay() {
        created("--name", "viewer", "--scope", "watch");
        created("--name", "desk", "--scope", "speak", "--channel", "desk");

        Cli run = Cli.run("keys", "link", "--channel", "main", "--file", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Found no key that may make links to channel 'main'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys",
                "keys create --name a",
                "keys create --name a --scope rule",
                "keys create --name a --scope speak --channel ../etc",
                "keys create --name a --scope speak --quota speeches=1",
                "keys create --name a --scope speak --quota renders=-1",
                "keys link --channel main --scope manage",
                "keys link --channel main --expires soon"
            })
    void refusesInvalidArguments(String arguments) {
        assertThat(Cli.run(arguments.split(" ", -1)).exitCode()).isEqualTo(2);
        assertThat(new KeyFile(Path.of(file), Clock.systemUTC()).read()).isEmpty();
    }

    private Cli create(String... options) {
        return Cli.run(Stream.of(List.of("keys", "create", "--file", file), List.of(options))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    private KeyText created(String... options) {
        return KeyText.parse(create(options).out().strip()).orElseThrow();
    }

    private KeyRing ring() {
        return new KeyFile(Path.of(file), Clock.systemUTC()).read().orElseThrow();
    }
}
