package avatar.web.access;

import avatar.access.Grant;
import avatar.access.KeyFile;
import avatar.access.KeyRing;
import avatar.access.Quota;
import avatar.access.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Keys for tests: of each scope, for all channels and for {@code main} alone. */
public final class TestKeys {

    private static final Path FOLDER = Path.of("target/test-keys").toAbsolutePath();
    private static final KeyFile FILE = new KeyFile(FOLDER.resolve("keys.json"), Clock.systemUTC());

    private TestKeys() {}

    /** Writes the file of keys anew. The texts lie beside it, as tests run in another class loader than their profile. */
    static Path write() {
        try {
            Files.deleteIfExists(FILE.path());
            Files.createDirectories(FOLDER);
            for (Scope scope : Scope.values()) {
                keep(scope.label(), Grant.everywhere(scope), Map.of());
                keep(scope.label() + " main", Grant.of(scope, List.of("main")), Map.of());
            }
            keep("quota", Grant.everywhere(Scope.MANAGE), Map.of(Quota.CHARACTERS, 10L, Quota.RENDERS, 1L));
            return FILE.path();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(String name, Grant grant, Map<Quota, Long> quotas) throws IOException {
        Files.writeString(FOLDER.resolve(name), FILE.create(name, grant, quotas).text());
    }

    /** A key: {@code watch}, {@code speak main}, {@code quota} and so on. */
    public static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String create(Grant grant) {
        return FILE.create("test", grant, Map.of()).text();
    }

    static void revoke(String text) {
        FILE.revoke(idOf(text));
    }

    static String idOf(String text) {
        return text.substring("la_".length(), "la_".length() + 8);
    }

    static KeyRing ring() {
        return FILE.read().orElseThrow();
    }
}
