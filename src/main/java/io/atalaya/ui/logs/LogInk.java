package io.atalaya.ui.logs;

import io.atalaya.logs.Level;
import io.atalaya.ui.common.Inks;

/** The colours of rows, histogram and strip, by role; their values come from the style sheet. */
enum LogInk {
    GROUND,
    RAISED,
    LINE,
    TEXT,
    MUTED,
    ACCENT,
    SELECTED,
    SELECTED_EDGE,
    MARK,
    FOUND,
    DOUBT_GROUND,
    ERROR,
    WARN,
    INFO,
    DEBUG,
    STREAM_0,
    STREAM_1,
    STREAM_2,
    STREAM_3;

    static final Inks.Sheet<LogInk> SHEET = new Inks.Sheet<>(LogInk.class, "log-inks");

    private static final LogInk[] STREAMS = {STREAM_0, STREAM_1, STREAM_2, STREAM_3};

    static LogInk of(Level level) {
        return switch (level) {
            case ERROR -> ERROR;
            case WARN -> WARN;
            case INFO -> INFO;
            case DEBUG, UNKNOWN -> DEBUG;
        };
    }

    /** Of the n-th group of a tail. */
    static LogInk stream(int index) {
        return STREAMS[Math.floorMod(index, STREAMS.length)];
    }
}
