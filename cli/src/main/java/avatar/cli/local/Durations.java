package avatar.cli.local;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 1500ms}, {@code 3s}, {@code 5m}, {@code 24h}, {@code 1d}, seconds without a unit, or ISO 8601. */
public final class Durations implements ITypeConverter<Duration> {

    private static final Pattern AMOUNT = Pattern.compile("(\\d+)(ms|s|m|h|d)?");

    @Override
    public Duration convert(String value) {
        try {
            return parse(value);
        } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
            throw new TypeConversionException("invalid duration: found '%s', expected one like 1h".formatted(value));
        }
    }

    static Duration parse(String value) {
        Matcher amount = AMOUNT.matcher(value);
        if (!amount.matches()) {
            return Duration.parse(value);
        }
        long number = Long.parseLong(amount.group(1));
        return switch (amount.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            case null, default -> Duration.ofSeconds(number);
        };
    }
}
