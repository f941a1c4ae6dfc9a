package avatar.phonetics.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionalSoundsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "far | f aa r | r",
                "card | k aa r d | r",
                "carry | k ae r iy | -",
                "red | r eh d | -",
                "far away | f aa r + ax w ey | r",
                "give him | g ih v + hh ih m | hh",
                "Ham | hh ae m | -",
                "friends | f r eh n d z | d",
                "next week | n eh k s t + w iy k | t",
                "and | ae n d | -",
                "hand it | hh ae n d + ih t | -",
                "start | s t aa r t | r"
            })
    void whatManySpeakersLeaveOutIsOptional(String text, String sounds, String expected) {
        Reference reference = reference(text, sounds);
        OptionalSounds optional = new OptionalSounds(reference);

        List<String> omitted = IntStream.range(0, reference.sounds().size())
                .filter(optional::isOptional)
                .mapToObj(i -> reference.sounds().get(i).symbol())
                .toList();

        assertThat(omitted).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    /** Words are apart by a plus. */
    private static Reference reference(String text, String symbols) {
        List<Sound> sounds = new ArrayList<>();
        int word = 0;
        for (String symbol : symbols.split(" ", -1)) {
            if (symbol.equals("+")) {
                word++;
            } else {
                sounds.add(new Sound(symbol, word, sounds.size(), sounds.size() + 1));
            }
        }
        return new Reference(new Cepstra(new float[800]), sounds, List.of(text.split(" ", -1)));
    }
}
