package io.atalaya.logs.find;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.atalaya.logs.Level;
import io.atalaya.logs.find.regex.Automaton;
import io.atalaya.logs.find.regex.Literals;
import io.atalaya.logs.find.regex.Regex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as RE2 has them. What every match must hold is looked for first, in many texts at once; an automaton decides
 * of those that have it; RE2/J decides where there is none, and has the last word where the automaton is coarse.
 */
final class RegexNeedle implements Needle {
    /** Shorter ones are in almost every text. */
    private static final int SHORTEST = 3;
    /** To look for more, one after another, takes longer than the automaton does. */
    private static final int MOST = 5;

    private final Matcher re2;
    private final @Nullable Automaton automaton;
    /** Of which every match holds one; empty where none are known that are worth it. */
    private final List<LiteralScan> held;

    private final long[] candidates = new long[Block.MOST / 64];

    private RegexNeedle(Pattern pattern, @Nullable Automaton automaton, List<LiteralScan> held) {
        this.re2 = pattern.matcher(new byte[0]);
        this.automaton = automaton;
        this.held = held;
    }

    static Supplier<Needle> of(String regex, boolean matchCase) throws BadClause {
        var pattern = Regexes.compile(regex, matchCase);
        var read = Regex.of(regex, !matchCase);
        var held = read.literals().map(RegexNeedle::scans).orElse(List.of());
        return () -> new RegexNeedle(pattern, read.automaton().orElse(null), held);
    }

    private static List<LiteralScan> scans(Literals literals) {
        var all = literals.any().stream()
                .map(each -> new LiteralScan(each.getBytes(StandardCharsets.UTF_8), literals.fold()))
                .toList();
        return all.size() <= MOST && all.stream().allMatch(each -> each.length() >= SHORTEST) ? all : List.of();
    }

    @Override
    public boolean in(byte[] bytes, int from, int to, Level level) {
        if (automaton == null || automaton.tired()) {
            return byRe2(bytes, from, to);
        }
        return automaton.in(bytes, from, to)
                && (!automaton.coarse() || isAscii(bytes, from, to) || byRe2(bytes, from, to));
    }

    @Override
    public void mark(Block block, long[] into) {
        if (held.isEmpty()) {
            Needle.super.mark(block, into);
            return;
        }
        Arrays.fill(candidates, 0);
        for (var scan : held) {
            scan.eachText(block, index -> candidates[index >>> 6] |= 1L << index);
        }
        for (int word = 0; word < candidates.length; word++) {
            for (long left = candidates[word]; left != 0; left &= left - 1) {
                int index = word * 64 + Long.numberOfTrailingZeros(left);
                if (in(block.bytes(), block.start(index), block.end(index), block.level(index))) {
                    into[word] |= 1L << index;
                }
            }
        }
    }

    /** What is no UTF-8 is read with a replacement character in its place, as the screen shows it. */
    private boolean byRe2(byte[] bytes, int from, int to) {
        if (to - from > Bounded.LONG) {
            return Bounded.found(re2, new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
        return isAscii(bytes, from, to)
                ? re2.reset(Arrays.copyOfRange(bytes, from, to)).find()
                : re2.reset(new String(bytes, from, to - from, StandardCharsets.UTF_8))
                        .find();
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        int all = 0;
        for (int at = from; at < to; at++) {
            all |= bytes[at];
        }
        return all >= 0;
    }
}
