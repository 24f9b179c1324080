package io.atalaya.logs.understand;

/** The fields by which log writers tell levels, and what their values mean. */
enum LevelKey {
    NONE,
    /** A word; numbers of bunyan, pino and Monolog. */
    LEVEL,
    /** A word only: Security Hub's numbers grow with danger, others' shrink. */
    WORD,
    /** Syslog's 0 to 7. */
    SYSLOG,
    /** OpenTelemetry's 1 to 24. */
    OTEL,
    /** Python's 10 to 50. */
    PYTHON,
    /** logback's 5000 to 40000. */
    LOGBACK,
    /** MongoDB's letters; where the document's other fields are MongoDB's. */
    MONGO,
    /** The object that ECS keeps {@code log.level} in, or the text that Docker wraps. */
    LOG,
    /** The object of {@code syslog.severity}. */
    SYSLOG_OBJECT,
    /** Of GELF: {@code level} is syslog's. */
    GELF;

    private static final String[] LEVELS = {
        "level",
        "lvl",
        "@l",
        "@level",
        "loglevel",
        "log_level",
        "log-level",
        "log.level",
        "levelname",
        "level_name",
        "severitytext",
        "severity_text",
        "error_severity",
        "log.syslog.severity.name",
        "level.name"
    };

    /** Of these bytes, whatever their case. */
    static LevelKey of(byte[] text, int from, int to) {
        int length = to - from;
        if (length < 1 || length > 24) {
            return NONE;
        }
        return switch (text[from] | 0x20) {
            case 'l' ->
                length == 3 && is(text, from, to, "log")
                        ? LOG
                        : is(text, from, to, "levelno")
                                ? PYTHON
                                : is(text, from, to, "level_value")
                                        ? LOGBACK
                                        : is(text, from, to, "log.syslog.severity.code")
                                                ? SYSLOG
                                                : levels(text, from, to);
            case 's' -> severity(text, from, to);
            case 'p' ->
                is(text, from, to, "priority") ? text[from] == 'P' && text[from + 1] == 'R' ? SYSLOG : WORD : NONE;
            case 'e', '@' | 0x20 -> levels(text, from, to);
            default -> NONE;
        };
    }

    private static LevelKey severity(byte[] text, int from, int to) {
        if (to - from == 1) {
            return MONGO;
        }
        if (is(text, from, to, "severity") || is(text, from, to, "severity_label")) {
            return WORD;
        }
        if (is(text, from, to, "severitynumber") || is(text, from, to, "severity_number")) {
            return OTEL;
        }
        if (is(text, from, to, "syslog_severity")
                || is(text, from, to, "syslog.severity")
                || is(text, from, to, "syslog_level")
                || is(text, from, to, "syslogseverity")) {
            return SYSLOG;
        }
        return is(text, from, to, "syslog")
                ? SYSLOG_OBJECT
                : is(text, from, to, "short_message") ? GELF : levels(text, from, to);
    }

    private static LevelKey levels(byte[] text, int from, int to) {
        for (String key : LEVELS) {
            if (is(text, from, to, key)) {
                return LEVEL;
            }
        }
        return NONE;
    }

    private static boolean is(byte[] text, int from, int to, String key) {
        if (to - from != key.length()) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            byte b = text[from + i];
            if ((Chars.capital(b) ? b | 0x20 : b) != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
