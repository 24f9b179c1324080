package io.atalaya.sandbox.world.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleExpressionTest {
    private static final Set<String> TRUE = Set.of("ALARM a", "OK b", "INSUFFICIENT_DATA c d");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALARM(a) | true",
                "ALARM(\"a\") AND OK('b') | true",
                "ALARM(a) AND ALARM(b) | false",
                "ALARM(b) OR INSUFFICIENT_DATA( \"c d\" ) | true",
                "NOT ALARM(b) | true",
                "NOT (ALARM(a) OR ALARM(b)) | false",
                "ALARM(a) OR ALARM(b) AND FALSE | true",
                "(ALARM(a) OR ALARM(b)) AND FALSE | false",
                "TRUE | true",
            })
    void holdsAsCloudWatchHasIt(String rule, boolean expected) {
        assertThat(RuleExpression.holds(rule, (state, name) -> TRUE.contains(state + " " + name)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ALARM(a", "ALARM(a) AND", "ALARM(a) ALARM(b)", "(ALARM(a)", "RINGS(a)"})
    void whatIsNoRuleIsRefused(String rule) {
        assertThatThrownBy(() -> RuleExpression.holds(rule, (state, name) -> true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
