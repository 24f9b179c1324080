package io.atalaya.logs.find.regex;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A regular expression as instructions on bytes. Where it is {@link #coarse}, what it matches may not match; what it does not match
 * never does. It is so only for texts that hold more than ASCII.
 */
final class Program {
    static final int LARGEST = 4_000;
    private static final int FEW = 4;
    private static final CharSet HIGH_BYTES = CharSet.of(0x80, 0xFF);

    /** What an instruction does; the first of a place are those of {@link Node.Place}, by ordinal. */
    static final int BYTE = 100;

    static final int SPLIT = 101;
    static final int MATCH = 102;

    private final List<int[]> code = new ArrayList<>();
    private final List<long[]> sets = new ArrayList<>();
    private int start;
    private int atLeastOne;
    private boolean coarse;

    private Program() {}

    private static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Empty where it would grow too large. */
    static Optional<Program> of(Node node) {
        var program = new Program();
        try {
            program.start = program.emit(node, program.add(MATCH, 0, 0));
            // within a character of several bytes is no place, but the automaton sees one
            program.coarse |= program.atLeastOne > 1 || program.has(Node.Place.NO_WORD_EDGE);
            return Optional.of(program);
        } catch (TooLarge leftToRe2) {
            return Optional.empty();
        }
    }

    int size() {
        return code.size();
    }

    int start() {
        return start;
    }

    boolean coarse() {
        return coarse;
    }

    int op(int pc) {
        return code.get(pc)[0];
    }

    /** Where it goes on. */
    int next(int pc) {
        return code.get(pc)[1];
    }

    /** Where a split goes on as well. */
    int other(int pc) {
        return code.get(pc)[2];
    }

    boolean takes(int pc, int value) {
        return (sets.get(code.get(pc)[2])[value >>> 6] & 1L << value) != 0;
    }

    boolean has(Node.Place place) {
        return code.stream().anyMatch(each -> each[0] == place.ordinal());
    }

    private int add(int op, int next, int other) throws TooLarge {
        if (code.size() >= LARGEST) {
            throw new TooLarge();
        }
        code.add(new int[] {op, next, other});
        return code.size() - 1;
    }

    private int emit(Node node, int next) throws TooLarge {
        return switch (node) {
            case Node.Place place -> add(place.ordinal(), next, 0);
            case Node.One one -> one(one.set(), next);
            case Node.Sequence sequence -> {
                int entry = next;
                for (var part : sequence.parts().reversed()) {
                    entry = emit(part, entry);
                }
                yield entry;
            }
            case Node.Either either -> {
                int entry = emit(either.choices().getLast(), next);
                for (var choice :
                        either.choices().reversed().subList(1, either.choices().size())) {
                    entry = add(SPLIT, emit(choice, next), entry);
                }
                yield entry;
            }
            case Node.Repeat repeat -> repeat(repeat, next);
        };
    }

    private int repeat(Node.Repeat repeat, int next) throws TooLarge {
        int entry = next;
        int least = repeat.least();
        if (repeat.most() < 0) {
            int loop = add(SPLIT, 0, next);
            boolean whole = repeat.of() instanceof Node.One one && one.set().hasAllBeyondAscii();
            int body = whole ? bytes(((Node.One) repeat.of()).set(), loop) : emit(repeat.of(), loop);
            code.get(loop)[1] = body;
            if (whole && least == 1) {
                atLeastOne++;
                return body;
            }
            entry = loop;
        } else {
            for (int i = least; i < repeat.most(); i++) {
                entry = add(SPLIT, emit(repeat.of(), entry), next);
            }
        }
        for (int i = 0; i < least; i++) {
            entry = emit(repeat.of(), entry);
        }
        return entry;
    }

    /** A loop of characters among which are all beyond ASCII is a loop of bytes among which are all beyond ASCII. */
    private int bytes(CharSet set, int next) throws TooLarge {
        return add(BYTE, next, bits(set, true));
    }

    private int one(CharSet set, int next) throws TooLarge {
        if (set.isAscii()) {
            return add(BYTE, next, bits(set, false));
        }
        int entry = -1;
        var few = set.fewBeyondAscii(FEW);
        if (few.length == 0) {
            coarse = true;
            entry = high(next);
        }
        for (int c : few) {
            int sequence = exactly(c, next);
            entry = entry < 0 ? sequence : add(SPLIT, sequence, entry);
        }
        int ascii = bits(set, false);
        return Arrays.equals(sets.get(ascii), new long[4]) ? entry : add(SPLIT, add(BYTE, next, ascii), entry);
    }

    private int exactly(int c, int next) throws TooLarge {
        var bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8);
        int entry = next;
        for (int i = bytes.length - 1; i >= 0; i--) {
            entry = add(BYTE, entry, bits(CharSet.one(bytes[i] & 0xFF)));
        }
        return entry;
    }

    /** One character beyond ASCII, or what stands for one where a text is broken: one to four such bytes. */
    private int high(int next) throws TooLarge {
        int high = bits(HIGH_BYTES);
        int entry = add(BYTE, next, high);
        for (int i = 0; i < 3; i++) {
            entry = add(BYTE, add(SPLIT, entry, next), high);
        }
        return entry;
    }

    private int bits(CharSet set, boolean high) {
        var bits = new long[4];
        for (int c = 0; c < 0x80; c++) {
            bits[c >>> 6] |= set.has(c) ? 1L << c : 0;
        }
        bits[2] = high ? -1 : 0;
        bits[3] = high ? -1 : 0;
        sets.add(bits);
        return sets.size() - 1;
    }

    private int bits(CharSet values) {
        var bits = new long[4];
        for (int c = 0; c < 0x100; c++) {
            bits[c >>> 6] |= values.has(c) ? 1L << c : 0;
        }
        sets.add(bits);
        return sets.size() - 1;
    }
}
