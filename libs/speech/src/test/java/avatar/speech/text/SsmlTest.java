package avatar.speech.text;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SsmlTest {

    @Test
    void speaksTextWithTheRequestedProsodyAndPauses() {
        assertThat(Ssml.parse("""
                        <?xml version="1.0"?>
                        <speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en"><!-- quiet -->Hello \
                        &amp; welcome.<break time="500ms"/><prosody rate="fast" pitch="+2st">Be <prosody rate="80%">quick\
                        </prosody>!</prosody> <sub alias="World Wide Web Consortium">W3C</sub></speak>"""))
                .containsExactly(
                        new Passage("Hello & welcome.", 1, 1, ofMillis(500)),
                        new Passage("Be ", 1.25, Math.pow(2, 2 / 12.0), ZERO),
                        new Passage("quick", 1, Math.pow(2, 2 / 12.0), ZERO),
                        new Passage("!", 1.25, Math.pow(2, 2 / 12.0), ZERO),
                        new Passage(" World Wide Web Consortium", 1, 1, ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        "rate='x-slow', 0.5, 1",
        "rate='+50%', 1.5, 1",
        "rate='-50%', 0.5, 1",
        "rate='150%', 1.5, 1",
        "rate='1.5', 1.5, 1",
        "pitch='high', 1, 1.15",
        "pitch='-20%', 1, 0.8",
        "pitch='-12st', 1, 0.5",
        "rate='default' pitch='medium', 1, 1"
    })
    void understandsEveryFormOfRateAndPitch(String attributes, double rate, double pitch) {
        assertThat(Ssml.parse("<speak><prosody %s>so</prosody></speak>".formatted(attributes)))
                .containsExactly(new Passage("so", rate, pitch, ZERO));
    }

    @ParameterizedTest
    @CsvSource({"time='1.5s', 1500", "time='20ms', 20", "strength='strong', 700", "strength='none', 0", "'', 400"})
    void understandsEveryFormOfABreak(String attributes, int millis) {
        assertThat(Ssml.parse("<speak>so<break %s/></speak>".formatted(attributes)))
                .containsExactly(new Passage("so", 1, 1, ofMillis(millis)));
    }

    @Test
    void paragraphsAndSentencesEndWhereTheyEnd() {
        assertThat(Ssml.parse("<speak><p><s>One</s><s>Two</s></p>Three</speak>"))
                .extracting(Passage::text)
                .containsExactly("One\n", "Two\n", "\n", "Three");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello                                             | Expected <speak> with well-formed XML, found at line 1",
                "''                                                | Expected <speak> with well-formed XML",
                "<speak>Hello                                      | Expected <speak> with well-formed XML",
                "<speak>a & b</speak>                              | Expected <speak> with well-formed XML",
                "<p>Hello</p>                                      | Found <p> in the SSML; expected <speak> around",
                "<speak><speak>x</speak></speak>                   | Found <speak> in the SSML",
                "<speak><audio src='http://x/'/></speak>           | Found <audio> in the SSML; expected speak, p, s, break",
                "<speak><voice name='x'>x</voice></speak>          | Found <voice> in the SSML",
                "<speak><break time='11s'/></speak>                | Found break time '11s' in the SSML; expected at most 10s",
                "<speak><break time='soon'/></speak>               | Found break time 'soon'",
                "<speak><break strength='mighty'/></speak>         | Found break strength 'mighty'",
                "<speak><prosody rate='99999%'>x</prosody></speak> | Found prosody rate '99999%'",
                "<speak><prosody pitch='200Hz'>x</prosody></speak> | Found prosody pitch '200Hz'",
                "<speak><prosody rate='3'>x</prosody></speak>      | Found a prosody rate of 3.0 in all",
                "<speak><sub alias='a'><s>x</s></sub></speak>      | Found <s> inside of <sub> in the SSML; expected text",
                "<speak><sub>x</sub></speak>                       | Found <sub> without alias"
            })
    void refusesOtherMarkupWithTheReason(String markup, String reason) {
        assertInvalid(markup, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE speak [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><speak>&x;</speak>",
                "<!DOCTYPE speak [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><speak>&b;&b;</speak>",
                "<!DOCTYPE speak SYSTEM 'http://127.0.0.1:1/x.dtd'><speak>x</speak>",
                "<speak>&x;</speak>"
            })
    void resolvesAndExpandsNoEntities(String markup) {
        assertInvalid(markup, "ound");
    }

    @Test
    void limitsDepthAndSilence() {
        assertInvalid("<speak>" + "<prosody rate='1'>".repeat(500), "Found elements more than 16 deep");
        assertInvalid("<speak>x" + "<break time='10s'/>".repeat(7) + "</speak>", "Found breaks of more than 60 s");
    }

    private static void assertInvalid(String markup, String reason) {
        assertThatThrownBy(() -> Ssml.parse(markup))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_SSML))
                .hasMessageContaining(reason);
    }
}
