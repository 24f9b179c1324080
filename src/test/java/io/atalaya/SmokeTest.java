package io.atalaya;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void t() {
        assertThat("a".length()).isEqualTo(1);
    }
}
