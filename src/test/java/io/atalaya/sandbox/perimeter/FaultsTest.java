package io.atalaya.sandbox.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.world.Asker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;

/** Each of them is what ELB says it is, and nothing is wrong without them. */
class FaultsTest {
    static List<Fault> all() {
        return Faults.all();
    }

    @Test
    void thereAreEnough() {
        assertThat(all()).hasSizeGreaterThan(24).extracting(Fault::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theTargetSaysSo(Fault fault) {
        var aws = Asker.calm();
        aws.world().change(() -> aws.world().network().changed());
        aws.clock().advance(fault.noticed());
        assertThat(aws.world().targets().of(io.atalaya.sandbox.world.checkop.Ids.WEB))
                .as("all is well before")
                .allMatch(t -> t.health().stateAsString().equals("healthy"));

        aws.world().change(() -> fault.strike().accept(aws.world()));
        aws.clock().advance(fault.noticed());

        assertThat(health(aws, fault)).isEqualTo(fault.state() + " " + fault.reason());
    }

    private static String health(Asker aws, Fault fault) {
        return aws
                .ask(
                        DescribeTargetHealthRequest.builder()
                                .targetGroupArn(fault.targetGroupArn())
                                .build(),
                        DescribeTargetHealthResponse.class)
                .targetHealthDescriptions()
                .stream()
                .filter(d -> d.target().id().equals(fault.targetId()))
                .map(d -> d.targetHealth().stateAsString() + " "
                        + d.targetHealth().reasonAsString())
                .findFirst()
                .orElse("not there");
    }
}
