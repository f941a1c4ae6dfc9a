package avatar.contract.viseme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VisemeTest {

    @Test
    void inventoryHasTheNamesAndTheOrderThatClientsRelyOn() {
        assertThat(Arrays.stream(Viseme.values()).map(Viseme::label))
                .containsExactly(
                        "M", "Aa", "Ax", "Ao", "Eh", "Er", "Iy", "Ih", "W", "Oh", "Oy", "Ay", "H", "R", "L", "S", "Sh",
                        "Th", "F", "T", "K", "Sil");
    }

    @Test
    void soundsOfTheInventoryFindTheirShape() {
        assertThat(Viseme.ofPhoneme("B")).contains(Viseme.M);
        assertThat(Viseme.ofPhoneme("NG")).contains(Viseme.K);
        assertThat(Viseme.ofPhoneme("QQ")).isEmpty();
    }

    @Test
    void unknownLabelIsReportedWithTheValidLabels() {
        assertThatThrownBy(() -> Viseme.ofLabel("Zz"))
                .hasMessageContaining("'Zz'")
                .hasMessageContaining("Sil");
    }
}
