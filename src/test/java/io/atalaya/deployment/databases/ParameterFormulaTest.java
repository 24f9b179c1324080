package io.atalaya.deployment.databases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterFormulaTest {
    private static final long GIB = 1L << 30;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "151                                              | 32  | 151",
                "{DBInstanceClassMemory/12582880}                 | 32  | 2730",
                "LEAST({DBInstanceClassMemory/9531392},5000)      | 16  | 1802",
                "LEAST({DBInstanceClassMemory/9531392},5000)      | 512 | 5000",
                "GREATEST({log(DBInstanceClassMemory/805306368)*45},{log(DBInstanceClassMemory/8187281408)*1000}) | 16 | 1069",
                "{DBInstanceClassMemory*3/4}                      | 4   | 3221225472",
                "SUM({DBInstanceClassMemory/12038},-50001)        | 1   | ",
                "SUM({DBInstanceClassMemory/12038},50)            | 1   | 89246",
                "{(DBInstanceClassMemory-1073741824)/1024}        | 2   | 1048576",
            })
    void isComputedFromTheMemoryOfTheClass(String formula, long gib, Long expected) {
        var value = ParameterFormula.value(formula, gib * GIB);
        if (expected == null) {
            assertThat(value).isEmpty();
        } else {
            assertThat((long) Math.floor(value.orElseThrow())).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ON",
                "{DBInstanceVCPU*2}",
                "LEAST(",
                "{DBInstanceClassMemory/}",
                "1,2",
                "}{",
                "LEAST(1,2",
                "1/0",
                "((((((((((((((((((((((1))))))))))))))))))))))",
                "rm -rf",
                "=1+1"
            })
    void whatItDoesNotKnowIsNoNumber(String formula) {
        assertThat(ParameterFormula.value(formula, GIB)).isEmpty();
    }

    @Test
    void aFormulaWithoutMemoryIsNoNumber() {
        assertThat(ParameterFormula.value("{DBInstanceClassMemory/12582880}", null))
                .isEmpty();
        assertThat(ParameterFormula.value("200", null)).hasValue(200);
    }
}
