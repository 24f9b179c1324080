package io.atalaya.operate.trail;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether one value that was sent is the one that CloudTrail recorded. */
final class RecordedValue {
    /** How services written in Java put moments down, whatever their age; all of them in UTC. */
    private static final List<DateTimeFormatter> MOMENTS = List.of(
            DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm:ss a", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("MMM d, uuuu h:mm:ss a", Locale.ENGLISH));

    /** {@code TargetDBSnapshotIdentifier}; not Route 53's {@code SetIdentifier}, whose case counts. */
    private static final Pattern DATABASE_NAME = Pattern.compile(".*DB[A-Za-z]*Identifier");

    private RecordedValue() {}

    /** Whether they are the same. */
    enum Same {
        YES,
        NO,
        CANNOT_TELL
    }

    /** @param name of the parameter, with its path */
    static Same same(String name, Object sent, String recorded) {
        return switch (sent) {
            case Number number ->
                answer(number(recorded).filter(it -> it.compareTo(new BigDecimal(number.toString())) == 0));
            case Boolean yes -> yes.toString().equalsIgnoreCase(recorded) ? Same.YES : Same.NO;
            case Instant moment ->
                moment(recorded)
                        // whole seconds are written, whatever was sent
                        .map(it -> it.getEpochSecond() == moment.getEpochSecond() ? Same.YES : Same.NO)
                        .orElse(Same.CANNOT_TELL);
            default -> text(name, sent.toString(), recorded) ? Same.YES : Same.NO;
        };
    }

    private static Same answer(Optional<?> equal) {
        return equal.isPresent() ? Same.YES : Same.NO;
    }

    /** RDS takes names in any case and keeps them in small letters; Route 53 has two ways to write a zone's id. */
    private static boolean text(String name, String sent, String recorded) {
        if (DATABASE_NAME.matcher(name).matches()) {
            return sent.equalsIgnoreCase(recorded);
        }
        return sent.equals(recorded)
                || (name.equals("HostedZoneId")
                        && sent.substring(sent.lastIndexOf('/') + 1)
                                .equals(recorded.substring(recorded.lastIndexOf('/') + 1)));
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String text) {
        var plain = text.replace('\u202f', ' '); // newer Javas put a narrow blank before AM and PM
        try {
            return Optional.of(Instant.parse(plain));
        } catch (DateTimeException notIso) {
            return MOMENTS.stream()
                    .flatMap(format -> moment(plain, format).stream())
                    .findFirst();
        }
    }

    private static Optional<Instant> moment(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException anotherFormat) {
            return Optional.empty();
        }
    }
}
