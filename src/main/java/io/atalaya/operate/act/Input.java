package io.atalaya.operate.act;

import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** AWS's rules for what a person types. Each refuses with the key of its own sentence. */
final class Input {
    /** Control characters, line ends, and the marks that turn the direction of a line: nothing that is seen. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}\\p{Cn}]");

    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]{1,2}");
    /** RDS: "1 to 63 letters, numbers or hyphens, first a letter, no hyphen at the end or two in a row". */
    private static final Pattern RDS_NAME = Pattern.compile("[A-Za-z](-?[A-Za-z0-9])*");

    private static final Pattern DATABASE_CLASS = Pattern.compile("db(\\.[a-z0-9-]{1,40}){2,4}");

    private Input() {}

    static void require(boolean kept, String key, Object... arguments) {
        if (!kept) {
            throw new BadInputException(key, arguments);
        }
    }

    /** An id, name or ARN that AWS gave: not empty, no spaces, at most 2048 characters. */
    static void identifier(String text) {
        require(
                !text.isEmpty()
                        && text.length() <= 2048
                        && visible(text)
                        && !SPACE.matcher(text).find(),
                "operate.input.identifier");
    }

    /** The same where it may be left out. */
    static void identifier(@Nullable String text, boolean needed) {
        if (needed || text != null) {
            identifier(text == null ? "" : text);
        }
    }

    static void identifiers(Collection<String> texts) {
        texts.forEach(Input::identifier);
    }

    /** A name that AWS gave and that may hold spaces: scaling groups, alarms. */
    static void name(String text) {
        require(!text.isBlank() && text.length() <= 1024 && visible(text), "operate.input.name");
    }

    /** EC2: up to 255 characters; empty is none. */
    static void description(@Nullable String text) {
        require(text == null || (text.length() <= 255 && visible(text)), "operate.input.description", 255);
    }

    static void region(String text) {
        require(REGION.matcher(text).matches(), "operate.input.region");
    }

    static void databaseName(String text) {
        require(text.length() <= 63 && RDS_NAME.matcher(text).matches(), "operate.input.databaseName");
    }

    static void snapshotName(String text) {
        require(text.length() <= 255 && RDS_NAME.matcher(text).matches(), "operate.input.snapshotName");
    }

    static void databaseClass(String text) {
        require(DATABASE_CLASS.matcher(text).matches(), "operate.input.databaseClass");
    }

    static void port(@Nullable Integer port) {
        require(port == null || (port >= 1 && port <= 65_535), "operate.input.port");
    }

    static void range(String key, long value, long least, long most) {
        require(value >= least && value <= most, key, least, most);
    }

    /** Whether it holds only characters that can be seen. */
    static boolean visible(String text) {
        return !UNSEEN.matcher(text).find();
    }
}
