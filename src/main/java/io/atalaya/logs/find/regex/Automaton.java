package io.atalaya.logs.find.regex;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A deterministic automaton that is made as texts ask for its states: each byte is one look into a table. It forgets its states when
 * they become too many, so its memory is bounded, and each step that is not in the table costs no more than the program is long.
 * Belongs to one thread.
 */
public final class Automaton {
    private static final int MATCHED = -1;
    private static final int UNKNOWN = 0;
    private static final int MOST_STATES = 2_000;
    /** Forgotten so often, it is not worth its making. */
    private static final int TIRED = 200;

    private static final int END = 0x100;
    private static final int LINE_BEGINS = 1;
    private static final int TEXT_BEGINS = 2;
    private static final int AFTER_WORD = 4;

    private final Program program;
    private final byte[] classes = new byte[0x100];
    private final int stride;
    private final int flags;
    private final Map<State, Integer> states = new HashMap<>();
    private State[] byNumber = new State[64];
    private int[] table;
    private int start;
    private int idle;
    private final boolean[] stays = new boolean[0x100];
    private int forgotten;

    private final int[] stack;
    private final int[] seen;
    private int round;

    Automaton(Program program) {
        this.program = program;
        var kinds = new HashMap<String, Integer>();
        for (int value = 0; value < 0x100; value++) {
            var key = new StringBuilder();
            for (int pc = 0; pc < program.size(); pc++) {
                if (program.op(pc) == Program.BYTE) {
                    key.append(program.takes(pc, value) ? '1' : '0');
                }
            }
            key.append(value == '\n' ? 'n' : isWord(value) ? 'w' : '-');
            var kind = kinds.get(key.toString());
            if (kind == null) {
                kind = kinds.size();
                kinds.put(key.toString(), kind);
            }
            classes[value] = (byte) (int) kind;
        }
        stride = kinds.size() + 1;
        flags = (program.has(Node.Place.LINE_BEGINS) ? LINE_BEGINS : 0)
                | (program.has(Node.Place.TEXT_BEGINS) ? TEXT_BEGINS : 0)
                | (program.has(Node.Place.WORD_EDGE) || program.has(Node.Place.NO_WORD_EDGE) ? AFTER_WORD : 0);
        stack = new int[program.size() * 2 + 2];
        seen = new int[program.size()];
        table = new int[0];
        begin();
    }

    /** What threads stand at before a byte is read, and what was before it. */
    private record State(int[] places, int before) {
        @Override
        public boolean equals(Object other) {
            return other instanceof State state && before == state.before && Arrays.equals(places, state.places);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(places) * 31 + before;
        }
    }

    private void begin() {
        states.clear();
        table = new int[64 * stride];
        var places = new int[] {program.start()};
        start = number(new State(places, (LINE_BEGINS | TEXT_BEGINS) & flags));
        idle = number(new State(places, 0));
        for (int value = 0; value < 0x100; value++) {
            stays[value] = step(idle, value) == idle;
        }
    }

    /** Whether what it found must be looked at again by who knows more, where the text is more than ASCII. */
    public boolean coarse() {
        return program.coarse();
    }

    /** Whether it costs more than it is worth. */
    public boolean tired() {
        return forgotten > TIRED;
    }

    /** Whether anything in the text matches. */
    public boolean in(byte[] bytes, int from, int to) {
        int state = start;
        var now = table;
        for (int at = from; at < to; at++) {
            if (state == idle) {
                while (stays[bytes[at] & 0xFF]) {
                    if (++at == to) {
                        return ends(state);
                    }
                }
            }
            int next = now[state + (classes[bytes[at] & 0xFF] & 0xFF)];
            if (next <= UNKNOWN) {
                next = next == UNKNOWN ? step(state, bytes[at] & 0xFF) : next;
                if (next == MATCHED) {
                    return true;
                }
                now = table;
            }
            state = next;
        }
        return ends(state);
    }

    private boolean ends(int state) {
        int end = table[state + stride - 1];
        return (end == UNKNOWN ? step(state, END) : end) == MATCHED;
    }

    /** Where a byte, or the end, leads; kept in the table. */
    private int step(int from, int value) {
        var state = byNumber[from / stride];
        int column = value == END ? stride - 1 : classes[value] & 0xFF;
        int before = state.before;
        var reached = new int[program.size() + 1];
        int count = reach(state, value, reached);
        int next;
        if (count < 0) {
            next = MATCHED;
        } else if (value == END) {
            next = idle;
        } else {
            reached[count++] = program.start();
            before = ((value == '\n' ? LINE_BEGINS : 0) | (isWord(value) ? AFTER_WORD : 0)) & flags;
            next = number(new State(sorted(reached, count), before));
            if (next < 0) {
                return forget(new State(sorted(reached, count), before));
            }
        }
        table[from + column] = next;
        return next;
    }

    private int forget(State kept) {
        forgotten++;
        begin();
        return number(kept);
    }

    private static int[] sorted(int[] places, int count) {
        return Arrays.stream(places, 0, count).sorted().distinct().toArray();
    }

    /** Where threads are behind the byte; -1 when one has matched before it. */
    private int reach(State state, int value, int[] into) {
        round++;
        int count = 0;
        int depth = 0;
        for (int place : state.places) {
            stack[depth++] = place;
            while (depth > 0) {
                int pc = stack[--depth];
                if (seen[pc] == round) {
                    continue;
                }
                seen[pc] = round;
                switch (program.op(pc)) {
                    case Program.MATCH -> {
                        return -1;
                    }
                    case Program.SPLIT -> {
                        stack[depth++] = program.other(pc);
                        stack[depth++] = program.next(pc);
                    }
                    case Program.BYTE -> {
                        if (value != END && program.takes(pc, value)) {
                            into[count++] = program.next(pc);
                        }
                    }
                    default -> {
                        if (holds(program.op(pc), state.before, value)) {
                            stack[depth++] = program.next(pc);
                        }
                    }
                }
            }
        }
        return count;
    }

    private static boolean holds(int place, int before, int value) {
        boolean edge = ((before & AFTER_WORD) != 0) != (value != END && isWord(value));
        return switch (Node.Place.values()[place]) {
            case LINE_BEGINS -> (before & LINE_BEGINS) != 0;
            case TEXT_BEGINS -> (before & TEXT_BEGINS) != 0;
            case LINE_ENDS -> value == '\n' || value == END;
            case TEXT_ENDS -> value == END;
            case WORD_EDGE -> edge;
            case NO_WORD_EDGE -> !edge;
        };
    }

    /** -1 where there are too many. */
    private int number(State state) {
        var known = states.get(state);
        if (known != null) {
            return known;
        }
        int number = states.size() + 1; // the first row is left free: 0 is unknown
        if (number > MOST_STATES) {
            return -1;
        }
        if ((number + 1) * stride > table.length) {
            table = Arrays.copyOf(table, table.length * 2);
        }
        if (number >= byNumber.length) {
            byNumber = Arrays.copyOf(byNumber, byNumber.length * 2);
        }
        byNumber[number] = state;
        states.put(state, number * stride);
        return number * stride;
    }

    private static boolean isWord(int value) {
        return value >= '0' && value <= '9'
                || value >= 'A' && value <= 'Z'
                || value == '_'
                || value >= 'a' && value <= 'z';
    }
}
