package io.atalaya.aws.readers;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names as Route 53 sends them: with a final dot, and with octal escapes for what is not a letter ({@code \052} is *). */
final class DnsNames {
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-3][0-7]{2})");

    private DnsNames() {}

    static String readable(@Nullable String name) {
        var text = Absent.text(name);
        var bare = text.length() > 1 && text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return ESCAPE.matcher(bare)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 8))));
    }

    /** An id without the path that Route 53 puts before it: {@code /hostedzone/Z1}. */
    static String id(@Nullable String id) {
        var text = Absent.text(id);
        return text.substring(text.lastIndexOf('/') + 1);
    }
}
