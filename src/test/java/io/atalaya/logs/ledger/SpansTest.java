package io.atalaya.logs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Spans are the set of moments they say, whatever is added and taken away. */
class SpansTest {
    private static final int MOST = 40;

    @Property(tries = 500)
    void spansAreASetOfMoments(@ForAll @Size(max = 30) List<@IntRange(max = 2 * MOST * MOST - 1) Integer> steps) {
        var spans = new Spans();
        var moments = new BitSet();
        for (int step : steps) {
            var one = step / 2 % MOST;
            var other = step / 2 / MOST;
            var from = Math.min(one, other);
            var to = Math.max(one, other);
            if (step % 2 == 0) {
                spans.add(from, to);
                moments.set(from, to);
            } else {
                spans.remove(from, to);
                moments.clear(from, to);
            }
        }

        var all = new BitSet();
        spans.all().forEach(span -> all.set((int) span.from(), (int) span.to()));
        assertThat(all).isEqualTo(moments);
        assertThat(spans.all()).as("apart").hasSize((int) moments.stream()
                .filter(moment -> moment == 0 || !moments.get(moment - 1))
                .count());
        for (int from = 0; from < MOST; from += 3) {
            for (int to = from + 1; to < MOST; to += 5) {
                var in = moments.get(from, to).cardinality();
                assertThat(spans.covers(from, to)).isEqualTo(in == to - from);
                assertThat(spans.touches(from, to)).isEqualTo(in > 0);
            }
        }
    }
}
