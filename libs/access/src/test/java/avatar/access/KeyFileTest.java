package avatar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private KeyFile file;

    @BeforeEach
    void noFile() {
        file = new KeyFile(folder.resolve("data/keys.json"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void keepsAKeyWithoutItsSecret() throws IOException {
        KeyText created =
                file.create("newsroom", Grant.of(Scope.SPEAK, List.of("main", "desk")), Map.of(Quota.CHARACTERS, 9L));

        assertThat(file.read().orElseThrow().keys())
                .containsExactly(new AccessKey(
                        created.id(),
                        "newsroom",
                        created.secretHash(),
                        Scope.SPEAK,
                        List.of("desk", "main"),
                        NOW,
                        Map.of(Quota.CHARACTERS, 9L)));
        assertThat(Files.readString(file.path()))
                .contains("\"scope\":\"speak\"", "\"quotas\":{\"characters\":9}")
                .doesNotContain(created.secret());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        file.create("a", Grant.everywhere(Scope.WATCH), Map.of());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("data"))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("keys.json", "keys.json.lock");
        }
    }

    @Test
    void authenticatesAKeyByItsSecretUntilItIsRevoked() {
        KeyText first = file.create("first", Grant.everywhere(Scope.MANAGE), Map.of());
        KeyText second = file.create("second", Grant.everywhere(Scope.WATCH), Map.of());

        assertThat(keys().authenticate(first).orElseThrow().name()).isEqualTo("first");
        assertThat(keys().authenticate(new KeyText(first.id(), second.secret())))
                .isEmpty();
        assertThat(file.revoke(first.id())).isTrue();
        assertThat(keys().authenticate(first)).isEmpty();
        assertThat(keys().authenticate(second)).isPresent();
        assertThat(file.revoke(first.id())).isFalse();
    }

    @Test
    void keepsAllKeysThatAreMadeAtOnce() {
        IntStream.range(0, 20)
                .mapToObj(n -> Thread.startVirtualThread(
                        () -> file.create("key " + n, Grant.everywhere(Scope.WATCH), Map.of())))
                .toList()
                .forEach(KeyFileTest::join);

        assertThat(keys().keys()).hasSize(20);
    }

    @Test
    void keepsTheSigningSecretWhenKeysChange() {
        KeyText first = file.create("first", Grant.everywhere(Scope.MANAGE), Map.of());
        String secret = keys().signingSecret();

        file.revoke(first.id());

        assertThat(keys().signingSecret()).isEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"version\": 2, \"signingSecret\": \"x\", \"keys\": []}", """
                {"version": 1, "signingSecret": "x", "keys": [{"id": "a", "name": "a", "secretHash": "00",
                 "scope": "watch", "channels": [], "createdAt": "2026-01-01T00:00:00Z", "quotas": {}}]}"""})
    void namesAFileThatIsNoneOfKeys(String content) throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), content);

        assertThatThrownBy(file::read)
                .isInstanceOf(AvatarException.class)
                .hasMessageContaining(file.path().toString());
    }

    @Test
    void readsNoFileAsNone() {
        assertThat(file.read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "la_", "la_abcdefgh_short", "la_ABCDEFGH_0123456789012345678901234567890123456789012"})
    void aTextOfAnotherFormIsNoKey(String text) {
        assertThat(KeyText.parse(text)).isEmpty();
    }

    @Test
    void aKeyIsReadAsItWasWrittenAndPrintsWithoutItsSecret() {
        KeyText key = KeyText.random();

        assertThat(KeyText.parse(key.text())).contains(key);
        assertThat(key).asString().doesNotContain(key.secret());
    }

    private KeyRing keys() {
        return file.read().orElseThrow();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
