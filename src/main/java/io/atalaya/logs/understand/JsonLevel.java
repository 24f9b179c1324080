package io.atalaya.logs.understand;

import io.atalaya.logs.Level;
import org.jspecify.annotations.Nullable;

/** The level that a JSON object tells of itself, wherever among its fields. Reads what is there of a text cut short. One object for one text. */
final class JsonLevel {
    /** How far a level is looked for. */
    static final int MOST = 32 * 1024;

    private static final int MOST_WRAPPED = 512;
    private static final int DEEPEST = 4;

    private final byte[] text;
    private final int end;
    private int at;

    /** A {@code level} in numbers, which is a log's only where other fields of a log stand beside it. */
    private int number = -1;
    /** Beside it stands a time, a message or the like. */
    private boolean log;

    private boolean gelf;
    private byte mongo;
    private boolean component;
    private int wrapped = -1;
    private int wrappedEnd;

    JsonLevel(byte[] text, int from, int end) {
        this.text = text;
        this.at = from;
        this.end = Math.min(end, from + MOST);
    }

    Reading read() {
        var found = members(LevelKey.NONE, 0);
        if (found != null) {
            return found;
        }
        if (number >= 0 && gelf && number <= 7) {
            return Readings.ofSyslog(number);
        }
        if (number >= 0 && log) {
            return JsonValues.plain(number);
        }
        if (mongo != 0 && component) {
            return LineLevel.letter(mongo);
        }
        return wrapped >= 0 ? unwrapped() : Readings.UNKNOWN;
    }

    /** The members of the object that begins at {@link #at}; goes behind it. */
    private @Nullable Reading members(LevelKey parent, int depth) {
        at++;
        while (at < end) {
            byte b = text[at];
            if (b == '}') {
                at++;
                return null;
            }
            if (b != '"') {
                at++;
                continue;
            }
            int key = at + 1;
            int keyEnd = stringEnd(key);
            at = afterColon(keyEnd + 1);
            if (at >= end) {
                return null;
            }
            var found = value(kind(parent, key, keyEnd), key, keyEnd, depth);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private LevelKey kind(LevelKey parent, int from, int to) {
        var own = LevelKey.of(text, from, to);
        return switch (parent) {
            case NONE -> own;
            case LOG -> own == LevelKey.LEVEL || own == LevelKey.SYSLOG_OBJECT ? own : LevelKey.NONE;
            case SYSLOG_OBJECT ->
                Chars.starts(text, from, to, "name")
                        ? LevelKey.LEVEL
                        : Chars.starts(text, from, to, "code")
                                ? LevelKey.SYSLOG
                                : Chars.starts(text, from, to, "severity") ? LevelKey.SYSLOG_OBJECT : LevelKey.NONE;
            default -> LevelKey.NONE;
        };
    }

    private @Nullable Reading value(LevelKey kind, int key, int keyEnd, int depth) {
        byte b = text[at];
        if (depth == 0) {
            log |= kind == LevelKey.GELF || ofLog(key, keyEnd);
            gelf |= kind == LevelKey.GELF;
            component |= keyEnd - key == 1 && text[key] == 'c';
        }
        if (b == '"') {
            int from = at + 1;
            int to = stringEnd(from);
            at = to + 1;
            return kind == LevelKey.NONE ? null : string(kind, from, Math.min(to, end));
        }
        if (b == '{' || b == '[') {
            if (b == '{' && depth < DEEPEST && (kind == LevelKey.LOG || kind == LevelKey.SYSLOG_OBJECT)) {
                return members(kind, depth + 1);
            }
            skipNested();
            return null;
        }
        int from = at;
        while (at < end && text[at] != ',' && text[at] != '}') {
            at++;
        }
        return kind == LevelKey.NONE ? null : number(kind, JsonValues.number(text, from, at));
    }

    private @Nullable Reading number(LevelKey kind, int value) {
        if (kind == LevelKey.LEVEL) {
            number = value;
            return null;
        }
        return value < 0 ? null : known(JsonValues.of(kind == LevelKey.SYSLOG_OBJECT ? LevelKey.SYSLOG : kind, value));
    }

    private @Nullable Reading string(LevelKey kind, int from, int to) {
        if (kind == LevelKey.LOG) {
            wrapped = from;
            wrappedEnd = to;
            return null;
        }
        if (kind == LevelKey.MONGO) {
            mongo = to > from && to - from <= 2 ? text[from] : 0;
            return null;
        }
        int start = JsonValues.plainStart(text, from, to);
        int stop = start;
        while (stop < to && (Chars.letter(text[stop]) || Chars.digit(text[stop]))) {
            stop++;
        }
        var word = LevelWords.find(text, start, stop);
        if (word != null) {
            return known(Readings.of(word.level()));
        }
        if (stop - start == 1 && kind == LevelKey.LEVEL && Chars.capital(text[start])) {
            return known(LineLevel.letter(text[start]));
        }
        return stop == to && stop > start ? number(kind, JsonValues.number(text, start, stop)) : null;
    }

    private static @Nullable Reading known(Reading reading) {
        return reading.level() == Level.UNKNOWN ? null : reading;
    }

    /** Whether only the entry of a log would have such a field. */
    private boolean ofLog(int from, int to) {
        int length = to - from;
        return length == 1 && text[from] == 'v'
                || length <= 10
                        && (Chars.starts(text, from, to, "time")
                                || Chars.starts(text, from, to, "ts")
                                || Chars.starts(text, from, to, "msg")
                                || Chars.starts(text, from, to, "message")
                                || Chars.starts(text, from, to, "pid")
                                || Chars.starts(text, from, to, "@timestamp")
                                || Chars.starts(text, from, to, "logger"));
    }

    private int stringEnd(int from) {
        int i = from;
        while (i < end && text[i] != '"') {
            i += text[i] == '\\' ? 2 : 1;
        }
        return Math.min(i, end);
    }

    private int afterColon(int from) {
        int i = from;
        while (i < end && (text[i] == ':' || Chars.blank(text[i]) || Chars.newline(text[i]))) {
            i++;
        }
        return i;
    }

    private void skipNested() {
        int open = 0;
        while (at < end) {
            switch (text[at]) {
                case '"' -> at = stringEnd(at + 1);
                case '{', '[' -> open++;
                case '}', ']' -> open--;
                default -> {}
            }
            at++;
            if (open == 0) {
                return;
            }
        }
    }

    /** Docker's and Fluent Bit's {@code {"log":"the line\n","stream":"stderr"}}: what the line says. */
    private Reading unwrapped() {
        byte[] line = JsonValues.unescaped(text, wrapped, wrappedEnd, MOST_WRAPPED);
        return line.length > 0 && line[0] == '{' && wrapped < 64 && line.length < MOST_WRAPPED
                ? new JsonLevel(line, 0, line.length).readOnce()
                : new LineLevel(line, 0, line.length).read();
    }

    /** Without looking into what is wrapped in it again. */
    private Reading readOnce() {
        var found = members(LevelKey.NONE, 0);
        return found != null ? found : number >= 0 && log ? JsonValues.plain(number) : Readings.UNKNOWN;
    }
}
