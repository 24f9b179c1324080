package io.atalaya.deployment.files;

import io.atalaya.deployment.FileSystem;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * How large a file system was planned to become. EFS itself has no end; what ends is the budget, so people say it with a tag,
 * {@code PlannedSize = 200 GB}, that everybody who looks at the file system sees.
 */
public final class PlannedSize {
    /** The tag that says it, whatever its case. */
    public static final String TAG = "PlannedSize";

    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,12}(?:[.,]\\d{1,6})?)\\s*(G|T|P|M)I?B?", Pattern.CASE_INSENSITIVE);

    /** AWS counts storage in units of 1024 and writes them GB as often as GiB. */
    private static final Map<String, Integer> POWERS = Map.of("M", 2, "G", 3, "T", 4, "P", 5);

    private PlannedSize() {}

    /** Bytes; empty where nobody said, or said what is no size. */
    public static OptionalDouble of(FileSystem files) {
        return files.tags().entrySet().stream()
                .filter(tag -> tag.getKey().equalsIgnoreCase(TAG))
                .findFirst()
                .map(tag -> parse(tag.getValue()))
                .orElse(OptionalDouble.empty());
    }

    /** Bytes of {@code 200 GB}, {@code 1,5 TiB}, {@code 200G}; empty for anything else, and for nothing at all. */
    static OptionalDouble parse(String text) {
        var matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        var number = Double.parseDouble(matcher.group(1).replace(',', '.'));
        var power = POWERS.getOrDefault(matcher.group(2).toUpperCase(Locale.ROOT), 3);
        return number > 0 ? OptionalDouble.of(number * Math.pow(1024, power)) : OptionalDouble.empty();
    }
}
