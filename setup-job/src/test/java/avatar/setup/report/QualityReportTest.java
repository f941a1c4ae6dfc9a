package avatar.setup.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.json.Json;
import org.junit.jupiter.api.Test;

class QualityReportTest {

    /** Written by version 1.0 of this program. */
    private static final String FILE = """
            {
              "version": 1, "avatar": "anna", "frames": 300, "fps": 30.0,
              "detection": {"rate": 1.0, "bridged": [{"from": 1.0, "to": 1.2}], "facesSeen": 2, "eyeDistancePx": 104.0,
                "lipGap": 0.5},
              "jitter": {"measured": 0.4, "smoothed": 0.1, "off": 0.6, "off95": 1.5},
              "seam": {"mode": "CROSSFADE", "in": 4, "out": 304, "mixed": 12, "step": 1.1, "median": 0.9,
                "ratio": 1.222, "reason": "it shows least"},
              "sharpness": {"least": 0.9, "viseme": "Aa", "median": 1.0},
              "border": {"median": 1.6, "percentile95": 2.4},
              "patches": {"Aa": "warp"}
            }
            """;

    @Test
    void reportsOfEarlierVersionsAreReadAndWrittenWithTheSameFields() throws Exception {
        QualityReport report = Json.read(FILE.getBytes(UTF_8), QualityReport.class);

        assertThat(report.sharpness().minimum()).isEqualTo(0.9);
        assertThat(report.edgeContrast().percentile95()).isEqualTo(2.4);
        assertThat(Json.mapper().readTree(Json.write(report)))
                .isEqualTo(Json.mapper().readTree(FILE));
    }

    @Test
    void limitsAreNamedInTheWordsOfTheReport() {
        QualityReport report = Json.read(FILE.getBytes(UTF_8), QualityReport.class);

        assertThat(Bar.of(report))
                .extracting(Bar::name)
                .containsExactly(
                        "pictures with a face",
                        "jitter of the track, % of the eye distance",
                        "seam step, ratio to the median step",
                        "minimum sharpness of a patch",
                        "edge contrast, of 255");
    }
}
