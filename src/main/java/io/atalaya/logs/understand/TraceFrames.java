package io.atalaya.logs.understand;

import io.atalaya.logs.understand.Trace.Language;
import org.jspecify.annotations.Nullable;

/** What single lines of a trace are, by their form; each answer reads the line once. */
final class TraceFrames {
    private static final String[] CAUSES = {"Caused by: ", "Suppressed: ", "Wrapped by: ", "---> ", "[cause]: "};

    private TraceFrames() {}

    /** Whose frame it is; null where it is none. */
    static @Nullable Language language(String line) {
        if (line.startsWith("at ") && line.length() > 5) {
            return at(line);
        }
        if (line.startsWith("File \"") && line.contains("\", line ")) {
            return Language.PYTHON;
        }
        if (line.startsWith("#") && line.length() > 4 && Character.isDigit(line.charAt(1))) {
            int blank = line.indexOf(' ');
            boolean php = blank > 1
                    && blank + 1 < line.length()
                    && (line.startsWith("/", blank + 1)
                            || line.startsWith("{main}", blank + 1)
                            || line.startsWith("[internal", blank + 1));
            return php ? Language.PHP : null;
        }
        return line.contains(".go:") && (line.startsWith("/") || line.indexOf(":\\") == 1) ? Language.GO : null;
    }

    private static @Nullable Language at(String line) {
        if (line.contains(" in ") && line.contains(":line ")) {
            return Language.DOTNET;
        }
        int open = line.lastIndexOf('(');
        if (open < 0) {
            return line.contains("/") && line.endsWith(":") ? null : numbered(line) ? Language.NODE : null;
        }
        int closing = line.indexOf(')', open);
        if (closing < 0) {
            return null;
        }
        var inside = line.substring(open + 1, closing);
        if (line.charAt(open - 1) == ' ') {
            return numbered(inside) || inside.startsWith("node:") || inside.equals("<anonymous>")
                    ? Language.NODE
                    : null;
        }
        boolean jvm = inside.endsWith("Native Method")
                || inside.endsWith("Unknown Source")
                || inside.contains(".java")
                || inside.contains(".kt")
                || inside.contains(".scala")
                || inside.contains(".groovy")
                || inside.contains("<generated>");
        return jvm ? Language.JVM : Language.DOTNET;
    }

    private static boolean numbered(String place) {
        return place.indexOf(':') > 0 && Character.isDigit(place.charAt(place.length() - 1));
    }

    /** The number of {@code ... 23 more}; -1 where it is no such line. */
    static int common(String line) {
        if (!line.startsWith("... ") || line.length() > 60) {
            return -1;
        }
        int to = line.indexOf(' ', 4);
        if (to < 5 || to > 12 || !line.endsWith(" more") && !line.endsWith(" omitted")) {
            return -1;
        }
        int value = 0;
        for (int i = 4; i < to; i++) {
            if (!Character.isDigit(line.charAt(i)) || value > 1_000_000) {
                return -1;
            }
            value = value * 10 + Character.digit(line.charAt(i), 10);
        }
        return value;
    }

    /** Behind {@code Caused by: } and the like; 0 where the line does not begin so. */
    static int caused(String line) {
        for (var cause : CAUSES) {
            if (line.startsWith(cause)) {
                return cause.length();
            }
        }
        return 0;
    }

    /** The name of a class in the first line of an exception: a word with a dot, or one that ends as exceptions do. */
    static @Nullable String type(String headline) {
        int at = headline.length();
        for (int i = 0; i < headline.length() && i < 2_000; i++) {
            char c = headline.charAt(i);
            if (!Character.isLetterOrDigit(c) && ".$_/\\".indexOf(c) < 0) {
                at = i;
                var word = headline.substring(wordStart(headline, i), i);
                if (exception(word)) {
                    return word;
                }
            }
        }
        var last = headline.substring(wordStart(headline, headline.length()));
        return exception(last) && at > 0 ? last : null;
    }

    private static int wordStart(String text, int to) {
        int from = to;
        while (from > 0
                && (Character.isLetterOrDigit(text.charAt(from - 1)) || ".$_/\\".indexOf(text.charAt(from - 1)) >= 0)) {
            from--;
        }
        return from;
    }

    private static boolean exception(String word) {
        return word.length() > 4
                && Character.isLetter(word.charAt(0))
                && (word.endsWith("Exception")
                        || word.endsWith("Error")
                        || word.endsWith("Throwable")
                        || word.endsWith("Exit")
                        || word.endsWith("Interrupt"));
    }
}
