package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is known of a simulated perimeter outlives the view that learned it. */
class PerimetersInMemoryTest {
    @Test
    void everyMomentOfADayIsKeptAndWhatWasAcceptedInItsOrder() {
        var kept = new PerimetersInMemory();
        kept.save("2026-11-24", "one");
        kept.save("2026-11-24", "two");
        kept.accept("a");
        kept.accept("b");
        assertThat(kept.load()).containsExactly("one", "two");
        assertThat(kept.accepted()).containsExactly("a", "b");
    }

    @Test
    void thereIsAnEnd() {
        var kept = new PerimetersInMemory();
        for (int i = 0; i < 100; i++) {
            kept.save("2026-11-24", String.valueOf(i));
        }
        assertThat(kept.load()).hasSize(60).contains("99").doesNotContain("39");
    }
}
