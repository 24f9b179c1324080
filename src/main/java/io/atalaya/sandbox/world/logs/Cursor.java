package io.atalaya.sandbox.world.logs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place between two events: {@code skip} events of that second are behind it.
 *
 * @param second since the epoch
 */
public record Cursor(long second, int skip) {
    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,18})\\.(\\d{1,9})");

    @Override
    public String toString() {
        return second + "." + skip;
    }

    /** The cursor of that text, if it is one. */
    public static Optional<Cursor> parse(String text) {
        Matcher m = TEXT.matcher(text);
        return m.matches()
                ? Optional.of(new Cursor(Long.parseLong(m.group(1)), Integer.parseInt(m.group(2))))
                : Optional.empty();
    }
}
