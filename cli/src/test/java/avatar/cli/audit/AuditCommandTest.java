package avatar.cli.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.cli.fake.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCommandTest {

    @SuppressWarnings("InlineFormatString") // a file, not a message
    private static final String BOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "library", "group": "org.example", "name": "parser", "version": "%s",
               "purl": "pkg:maven/org.example/parser@%s?type=jar"},
              {"type": "library", "group": "org.example", "name": "other", "version": "1.0",
               "purl": "pkg:maven/org.example/other@1.0?type=jar"}]}
            """;

    @TempDir
    Path folder;

    private Path advisories;

    @BeforeEach
    void make() throws IOException {
        advisories = Files.createDirectory(folder.resolve("advisories"));
    }

    @Test
    void namesTheLibraryTheAdvisoryAndTheCorrectedVersion() throws IOException {
        advise("GHSA-1", "org.example:parser", "{\"introduced\": \"4.1.0\"}, {\"fixed\": \"4.1.132.Final\"}");

        assertThat(audit("4.1.130.Final")).isEqualTo(new Cli(1, """
                        org.example:parser 4.1.130.Final: CVE-2026-1 (GHSA-1), fixed in 4.1.132.Final: Reads too much
                        1 of 2 libraries are concerned by 1 of 1 advisories
                        """, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "4.1.0, true",
        "4.1.9.Final, true",
        "4.1.131.Final, true",
        "4.1.132.Final, false",
        "4.1.132, false",
        "4.2.0, false",
        "4.2.5, true",
        "4.2.9, true",
        "4.2.10, false",
        "4.0.99, false",
    })
    void knowsWhichVersionsARangeHas(String version, boolean isConcerned) throws IOException {
        advise(
                "GHSA-1",
                "org.example:parser",
                "{\"introduced\": \"4.2.5\"}, {\"last_affected\": \"4.2.9\"},"
                        + " {\"introduced\": \"4.1.0\"}, {\"fixed\": \"4.1.132.Final\"}");

        assertThat(audit(version).exitCode()).isEqualTo(isConcerned ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"introduced\": \"0\"}", "{\"introduced\": \"0\"}, {\"fixed\": \"2\"}"})
    void knowsRangesFromTheBeginning(String events) throws IOException {
        advise("GHSA-1", "org.example:parser", events);

        assertThat(audit("1.0-alpha-1").exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.example:parse", "org.example.parser:parser", "example:parser"})
    void isNotConcernedByOtherLibraries(String name) throws IOException {
        advise("GHSA-1", name, "{\"introduced\": \"0\"}");

        assertThat(audit("1.0")).isEqualTo(new Cli(0, "0 of 2 libraries are concerned by 0 of 1 advisories\n", ""));
    }

    @Test
    void isNotConcernedByWithdrawnOnesAndThoseOfOtherEcosystems() throws IOException {
        write(
                "a.json",
                advisory("GHSA-1", "org.example:parser", "{\"introduced\": \"0\"}")
                        .replace("\"id\"", "\"withdrawn\": \"2026-01-01T00:00:00Z\", \"id\""));
        write(
                "b.json",
                advisory("GHSA-2", "org.example:parser", "{\"introduced\": \"0\"}")
                        .replace("Maven", "npm"));

        assertThat(audit("1.0").exitCode()).isZero();
    }

    @Test
    void knowsVersionsThatAreNamedOneByOne() throws IOException {
        write(
                "a.json",
                advisory("GHSA-1", "org.example:parser", "")
                        .replace("\"ranges\"", "\"versions\": [\"1.0\", \"1.2\"], \"ranges\""));

        assertThat(audit("1.2").exitCode()).isEqualTo(1);
        assertThat(audit("1.1").exitCode()).isZero();
    }

    @Test
    void readsTheArchiveThatOsvPublishes() throws IOException {
        Path archive = folder.resolve("all.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("GHSA-1.json"));
            zip.write(advisory("GHSA-1", "org.example:parser", "{\"introduced\": \"0\"}")
                    .getBytes(UTF_8));
        }
        advisories = archive;

        assertThat(audit("1.0").exitCode()).isEqualTo(1);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(audit("1.0").err()).contains("Found no advisory in " + advisories);
        advise("GHSA-1", "org.example:parser", "{\"introduced\": \"0\"}");
        assertThat(Cli.run("audit", "--advisories", advisories.toString(), "--sbom", "nowhere.json")
                        .err())
                .contains("Found no bill of materials at nowhere.json");
        Path empty = Files.writeString(folder.resolve("empty.json"), "{}");
        assertThat(Cli.run("audit", "--advisories", advisories.toString(), "--sbom", empty.toString())
                        .err())
                .contains("found no Maven component");
        advisories = folder.resolve("nowhere");
        assertThat(audit("1.0").err()).contains("expected a folder of OSV files or a zip of them");
    }

    private Cli audit(String version) throws IOException {
        Path bom = Files.writeString(folder.resolve("bom.json"), BOM.formatted(version, version));
        return Cli.run("audit", "--advisories", advisories.toString(), "--sbom", bom.toString());
    }

    private void advise(String id, String name, String events) throws IOException {
        write(id + ".json", advisory(id, name, events));
    }

    private void write(String file, String advisory) throws IOException {
        Files.writeString(advisories.resolve(file), advisory);
    }

    private static String advisory(String id, String name, String events) {
        return """
                {"id": "%s", "aliases": ["CVE-2026-1"], "summary": "Reads too much", "affected": [
                  {"package": {"ecosystem": "Maven", "name": "%s"},
                   "ranges": [{"type": "ECOSYSTEM", "events": [%s]}]}]}
                """.formatted(id, name, events);
    }
}
