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
            var bytes = block.bytes();
            int last = block.count() == 0 ? 0 : block.end(block.count() - 1);
            int at = 0;
            int index = 0;
            while (true) {
                int found = scan.find(bytes, at, last);
                if (found < 0) {
                    return;
                }
                while (block.end(index) <= found) {
                    index++;
                }
                if (found < block.start(index)) {
                    at = Math.max(found + 1, block.start(index));
                } else if (found + scan.length() <= block.end(index)) {
                    into[index >>> 6] |= 1L << index;
                    at = block.end(index);
                } else {
                    at = found + 1;
                }
            }
        }
    }
}
