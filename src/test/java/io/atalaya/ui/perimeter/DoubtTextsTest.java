package io.atalaya.ui.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.reach.Doubt;
import io.atalaya.ui.common.Texts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoubtTextsTest {
    /** An answer that cannot say why would be none. */
    @ParameterizedTest
    @EnumSource(Doubt.Kind.class)
    void everyDoubtHasItsWords(Doubt.Kind kind) {
        for (var locale : Texts.LANGUAGES) {
            assertThat(new Texts(locale, List.of("io.atalaya.ui.perimeter.perimeter"))
                            .get("perimeter.doubt." + kind, "x"))
                    .isNotBlank();
        }
    }
}
