package avatar.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MouthMotionTest {

    private final Picture picture = new Picture(3);

    @Test
    void seesAMouthThatOpened() {
        assertThat(MouthMotion.isMoved(picture.idle(), picture.talking())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void doesNotTakeTheSamePictureEncodedAnewForMotion(int index) {
        Picture any = new Picture(index);

        assertThat(any.encodedAnew()).isNotEqualTo(any.idle());
        assertThat(MouthMotion.isMoved(any.idle(), any.encodedAnew())).isFalse();
    }

    @Test
    void doesNotTakeTheSameBytesForMotion() {
        assertThat(MouthMotion.isMoved(picture.idle(), picture.idle().clone())).isFalse();
    }
}
