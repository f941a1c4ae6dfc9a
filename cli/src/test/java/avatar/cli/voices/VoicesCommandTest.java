package avatar.cli.voices;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.cli.fake.Cli;
import avatar.cli.fake.FakeSystem;
import avatar.speech.synthesis.Voice;
import avatar.speech.synthesis.Voice.Gender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoicesCommandTest {

    @TempDir
    Path data;

    @Test
    void groupsTheVoicesOfTheRunningSystemByLanguageAndEngine() throws IOException {
        try (FakeSystem system = new FakeSystem()) {
            system.voices = List.of(
                    new Voice("flite-slt", "SLT", "en-US", Gender.FEMALE, "flite", true, null),
                    new Voice("edge-de", "Katja", "de-DE", Gender.FEMALE, "edge", false, "no network"),
                    new Voice("espeak-en", "English", "en-GB", Gender.UNKNOWN, "espeak", true, null));

            assertThat(Cli.run("voices", "--url", system.url())).isEqualTo(new Cli(0, """
                            LANGUAGE  ENGINE  VOICE      GENDER  NAME
                            de-DE     edge    edge-de    female  Katja; can't speak: no network
                            en-GB     espeak  espeak-en          English
                            en-US     flite   flite-slt  female  SLT
                            """, ""));
            assertThat(Cli.run("voices", "--url", system.url(), "--language", "en_us", "--json")
                            .out())
                    .isEqualTo("[{\"id\":\"flite-slt\",\"name\":\"SLT\",\"language\":\"en-US\","
                            + "\"gender\":\"female\",\"engine\":\"flite\",\"available\":true,\"reason\":null}]\n");
        }
    }

    @Test
    void listsTheEnginesOfThisMachineWithoutASystem() {
        Cli run = Cli.run("voices", "--engine", "flite", "--language", "en-GB", "--data", data.toString());

        assertThat(run).isEqualTo(new Cli(0, """
                        LANGUAGE  ENGINE  VOICE      GENDER  NAME
                        en-GB     flite   flite-awb  male    AWB, Scottish English
                        """, ""));
    }

    @Test
    void usesTheSettingsOfTheService() {
        // The build sets avatar.tts.edge.enabled to false.
        assertThat(Cli.run("voices", "--engine", "edge", "--data", data.toString()))
                .isEqualTo(new Cli(
                        0,
                        "Found no voice for these options; './avatar voices' without --language and "
                                + "--engine lists all\n",
                        ""));
    }
}
