package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.Target;
import io.atalaya.sandbox.perimeter.Fault;
import io.atalaya.sandbox.perimeter.Faults;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console sees what is wrong as ELB says it, with what is needed to find out why. */
class FaultSightTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"acl-without-answers-out", "peering-without-a-route-back", "checks-disabled", "zone-not-enabled"
            })
    void isReadOverTheWire(String name) {
        Fault fault = Faults.named(name);
        var seen = FaultSight.of(fault);
        assertThat(Parts.all()).allMatch(part -> seen.observed(part).problem() == null);
        assertThat(seen.items(Parts.TARGETS))
                .filteredOn(t -> t.targetGroupArn().equals(fault.targetGroupArn())
                        && t.targetId().equals(fault.targetId()))
                .singleElement()
                .extracting(Target::state, Target::reason)
                .containsExactly(fault.state(), fault.reason());
        if (name.startsWith("peering")) {
            assertThat(seen.items(Parts.PEERINGS)).singleElement().satisfies(p -> {
                assertThat(p.status()).isEqualTo("active");
                assertThat(p.accepter().cidrs()).containsExactly("10.99.0.0/16");
            });
            assertThat(seen.items(Parts.ROUTE_TABLES).stream().flatMap(t -> t.routes().stream()))
                    .filteredOn(r -> r.via() == RouteVia.PEERING)
                    .hasSize(1);
        }
    }
}
