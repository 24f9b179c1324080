package io.atalaya.logs.find;

import com.google.re2j.Pattern;
import io.atalaya.logs.Level;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Plain text. Without regard to case, ASCII letters are compared as such, others as Unicode folds them. */
final class TextNeedle {
    private TextNeedle() {}

    static Supplier<Needle> of(String text, boolean matchCase) throws BadClause {
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        if (!matchCase && !ascii) {
            return RegexNeedle.of(Pattern.quote(text), false);
        }
        var scan = new LiteralScan(text.getBytes(StandardCharsets.UTF_8), !matchCase);
        return () -> new Literal(scan);
    }

    /** One literal: every place it occurs at is a match. */
    private record Literal(LiteralScan scan) implements Needle {
        @Override
        public boolean in(byte[] bytes, int from, int to, Level level) {
            return scan.find(bytes, from, to) >= 0;
        }

        @Override
        public void mark(Block block, long[] into) {
            scan.eachText(block, index -> into[index >>> 6] |= 1L << index);
        }
    }
}
