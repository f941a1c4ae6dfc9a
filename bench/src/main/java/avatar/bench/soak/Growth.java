package avatar.bench.soak;

import java.util.ArrayList;
import java.util.List;

/** How a quantity grew: its samples over time, and the slope of the straight line with the least squares. */
final class Growth {

    private record Sample(double minute, double value) {}

    private final List<Sample> samples = new ArrayList<>();

    void add(double minute, double value) {
        samples.add(new Sample(minute, value));
    }

    double first() {
        return samples.getFirst().value();
    }

    double last() {
        return samples.getLast().value();
    }

    /** The growth in a minute, of the samples from that minute on; 0 with fewer than two. */
    double perMinute(double from) {
        List<Sample> late =
                samples.stream().filter(sample -> sample.minute() >= from).toList();
        double meanMinute = late.stream().mapToDouble(Sample::minute).average().orElse(0);
        double meanValue = late.stream().mapToDouble(Sample::value).average().orElse(0);
        double product = 0;
        double square = 0;
        for (Sample sample : late) {
            double distance = sample.minute() - meanMinute;
            product += distance * (sample.value() - meanValue);
            square += distance * distance;
        }
        return square == 0 ? 0 : product / square;
    }
}
