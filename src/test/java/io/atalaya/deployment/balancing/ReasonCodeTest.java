package io.atalaya.deployment.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;

class ReasonCodeTest {
    @ParameterizedTest
    @EnumSource(TargetHealthReasonEnum.class)
    void everyReasonOfAwsIsExplained(TargetHealthReasonEnum reason) {
        if (reason != TargetHealthReasonEnum.UNKNOWN_TO_SDK_VERSION) {
            assertThat(ReasonCode.of(reason.toString())).isNotIn(null, ReasonCode.UNKNOWN);
        }
    }

    @Test
    void whatNobodyKnowsIsUnknownAndNothingIsNothing() {
        assertThat(ReasonCode.of("Target.Tired")).isEqualTo(ReasonCode.UNKNOWN);
        assertThat(Arrays.asList(ReasonCode.of(null), ReasonCode.of(""), ReasonCode.of("N/A")))
                .containsOnlyNulls();
    }
}
