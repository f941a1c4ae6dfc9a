package avatar.sadtalker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MelSpectrogramTest {

    @Test
    void silenceIsTheLowestValueEverywhere() {
        MelSpectrogram mel = MelSpectrogram.of(new float[16_000]);

        assertThat(mel.frames()).isEqualTo(25);
        assertThat(mel.windows(0, 25)).containsOnly(-4);
    }

    @Test
    void soundIsCutAtTheLastWholeFrame() {
        assertThat(MelSpectrogram.of(new float[1279]).frames()).isEqualTo(1);
        assertThat(MelSpectrogram.of(new float[1280]).frames()).isEqualTo(2);
        assertThat(MelSpectrogram.of(new float[639]).frames()).isZero();
    }

    /**
     * A sine of amplitude a on a bin of the transform, through a Hann window of 800: magnitude 200 a in its bin, 100 a
     * in its two neighbours, none elsewhere. Pre-emphasis multiplies it by |1 - 0.97 e^(-iw)|.
     */
    @Test
    void toneOnABinIsAsLoudAsTheFormulaSays() {
        double a = 0.1;
        float[] tone = new float[16_000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) (a * Math.sin(2 * Math.PI * 1_000 * i / 16_000));
        }
        double angle = 2 * Math.PI * 1_000 / 16_000;
        double emphasis = Math.hypot(1 - 0.97 * Math.cos(angle), 0.97 * Math.sin(angle));
        double[] spectrum = new double[401];
        spectrum[50] = 200 * a * emphasis;
        spectrum[49] = spectrum[50] / 2;
        spectrum[51] = spectrum[50] / 2;
        MelFilters filters = new MelFilters(401, 20);

        MelSpectrogram mel = MelSpectrogram.of(tone);

        int band = loudest(mel, 40);
        double db = 20 * Math.log10(filters.band(band, spectrum)) - 20;
        assertThat((double) mel.at(40, band)).isCloseTo(8 * (db + 100) / 100 - 4, within(1e-3));
        assertThat(MelFilters.hz(MelFilters.mel(55) + (band + 1) * (MelFilters.mel(7_600) - MelFilters.mel(55)) / 81))
                .isCloseTo(1_000, within(40.0));
    }

    /**
     * An impulse's spectrum is flat: the window's value at its place, whatever the band; emphasis apart, which is a
     * second impulse.
     */
    @Test
    void impulseIsLoudestInTheColumnInWhoseMiddleItIs() {
        float[] impulse = new float[8_000];
        impulse[20 * 200] = 1;

        MelSpectrogram mel = MelSpectrogram.of(impulse);

        assertThat(mel.at(20, 70)).isGreaterThan(mel.at(19, 70)).isGreaterThan(mel.at(21, 70));
        assertThat(mel.at(15, 70)).isEqualTo(-4);
        assertThat(mel.at(25, 70)).isEqualTo(-4);
    }

    @Test
    void windowsBeginTwoFramesBeforeTheirsCutOffTowardsZero() {
        assertThat(MelSpectrogram.start(0)).isEqualTo(-6);
        assertThat(MelSpectrogram.start(1)).isEqualTo(-3);
        assertThat(MelSpectrogram.start(2)).isZero();
        assertThat(MelSpectrogram.start(3)).isEqualTo(3);
        assertThat(MelSpectrogram.start(27)).isEqualTo(80);
    }

    @Test
    void windowsRepeatTheOutermostColumnsBeyondTheSound() {
        float[] ramp = new float[3_200];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (float) Math.sin(0.0001 * i * i);
        }
        MelSpectrogram mel = MelSpectrogram.of(ramp);

        float[] windows = mel.windows(0, 5);

        int window = 80 * 16;
        for (int band = 0; band < 80; band++) {
            assertThat(windows[band * 16]).isEqualTo(mel.at(0, band));
            assertThat(windows[band * 16 + 7]).isEqualTo(mel.at(1, band));
            // The last frame's begins with column 6; the last column there is has number 16.
            assertThat(windows[4 * window + band * 16 + 10]).isEqualTo(mel.at(16, band));
            assertThat(windows[4 * window + band * 16 + 15]).isEqualTo(mel.at(16, band));
        }
    }

    @Test
    void melScaleIsLinearBelowAThousandHertzAndLogarithmicAbove() {
        assertThat(MelFilters.mel(500)).isCloseTo(7.5, within(1e-9));
        assertThat(MelFilters.mel(1_000)).isCloseTo(15, within(1e-9));
        assertThat(MelFilters.mel(6_400)).isCloseTo(42, within(1e-9));
        assertThat(MelFilters.hz(42)).isCloseTo(6_400, within(1e-6));
    }

    private static int loudest(MelSpectrogram mel, int column) {
        int loudest = 0;
        for (int band = 1; band < 80; band++) {
            if (mel.at(column, band) > mel.at(column, loudest)) {
                loudest = band;
            }
        }
        return loudest;
    }
}
