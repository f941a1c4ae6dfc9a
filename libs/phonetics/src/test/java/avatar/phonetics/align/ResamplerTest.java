package avatar.phonetics.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ShortBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 20_000, 22_050, 24_000, 44_100, 48_000})
    void toneKeepsItsShape(int rate) {
        float[] tone = Resampler.resample(tone(1_000, rate), rate);

        assertThat(tone.length).isCloseTo(16_000, within(1));
        for (int i = 200; i < 15_000; i++) {
            assertThat(tone[i]).isCloseTo((float) (0.5 * Math.sin(2 * Math.PI * 1_000 * i / 16_000)), within(0.005f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {24_000, 48_000})
    void whatIsTooHighIsGone(int rate) {
        float[] tone = Resampler.resample(tone(10_000, rate), rate);

        assertThat(IntStream.range(200, 15_000)
                        .mapToDouble(i -> Math.abs(tone[i]))
                        .max()
                        .orElseThrow())
                .isLessThan(0.01);
    }

    private static ShortBuffer tone(int hertz, int rate) {
        short[] samples = new short[rate];
        for (int i = 0; i < rate; i++) {
            samples[i] = (short) Math.round(16_384 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return ShortBuffer.wrap(samples);
    }
}
