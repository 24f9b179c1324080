package io.atalaya.operate.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Problem;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who changed the perimeter, as CloudTrail writes it down. */
class PerimeterTrailTest {
    private static final Instant AT = Instant.parse("2026-11-24T18:52:08Z");

    @Test
    void aRuleThatWentIsReadWithWhoTookItAway() {
        var trail = Touches.of(Touches.revoked("sg-1", 2049, "10.20.1.0/24", AT));
        assertThat(trail.of(ResourceType.SECURITY_GROUP).askedAt()).isNull();
        trail.look(Set.of(ResourceType.SECURITY_GROUP));
        var told = trail.of(ResourceType.SECURITY_GROUP);
        assertThat(told.complete()).isTrue();
        assertThat(told.touches()).singleElement().satisfies(touch -> {
            assertThat(touch.resource()).isEqualTo(new ResourceRef(ResourceType.SECURITY_GROUP, "sg-1"));
            assertThat(touch.who()).isEqualTo("d.parra");
            assertThat(touch.removed()).isTrue();
            assertThat(touch.rules())
                    .containsExactly(new SecurityRule(true, "tcp", 2049, 2049, "10.20.1.0/24", null, null, null));
        });
        assertThat(trail.of(ResourceType.NETWORK_ACL).askedAt())
                .as("nobody looked")
                .isNull();
    }

    @Test
    void entriesOfAclsAndRoutesAreRead() {
        var trail = Touches.of(
                Touches.event(
                        "DeleteNetworkAclEntry", AT, "{\"networkAclId\":\"acl-1\",\"ruleNumber\":110,\"egress\":true}"),
                Touches.event(
                        "ReplaceRoute",
                        AT.plusSeconds(1),
                        "{\"routeTableId\":\"rtb-1\",\"destinationCidrBlock\":\"0.0.0.0/0\"}"));
        trail.look(PerimeterTrail.KINDS);
        assertThat(trail.of(ResourceType.NETWORK_ACL).touches()).singleElement().satisfies(touch -> {
            assertThat(touch.entry()).isEqualTo(110);
            assertThat(touch.egress()).isTrue();
        });
        assertThat(trail.of(ResourceType.ROUTE_TABLE).touches())
                .extracting(each -> each.resource().id())
                .containsExactly("rtb-1");
    }

    @Test
    void whatWasRefusedOrSaysNothingChangedNothing() {
        var refused = Touches.revoked("sg-1", 22, "0.0.0.0/0", AT);
        var trail = Touches.of(
                new TrailEvent(
                        "e",
                        AT,
                        refused.source(),
                        refused.name(),
                        "us-east-1",
                        refused.caller(),
                        "r",
                        refused.parameters(),
                        "Client.UnauthorizedOperation",
                        ""),
                Touches.event("RevokeSecurityGroupIngress", AT, ""),
                Touches.event("RevokeSecurityGroupIngress", AT, "not json"));
        trail.look(PerimeterTrail.KINDS);
        assertThat(trail.of(ResourceType.SECURITY_GROUP).touches()).isEmpty();
    }

    @Test
    void aDenialIsKeptAndSaid() {
        var trail = Touches.denied();
        trail.look(PerimeterTrail.KINDS);
        var problem = trail.of(ResourceType.ROUTE_TABLE).problem();
        assertThat(problem).isNotNull().extracting(Problem::kind).isEqualTo(Problem.Kind.DENIED);
        assertThat(trail.of(ResourceType.ROUTE_TABLE).complete()).isFalse();
    }

    @Test
    void whatWasAskedAMomentAgoIsNotAskedAgain() {
        var now = new Instant[] {Touches.NOW};
        var asked = new ArrayList<Trail.Query>();
        var trail = new PerimeterTrail(
                query -> {
                    asked.add(query);
                    return new Trail.Answer.Events(List.of(), true, now[0]);
                },
                "us-east-1",
                () -> now[0],
                Runnable::run);
        trail.look(Set.of(ResourceType.ROUTE_TABLE));
        var once = asked.size();
        trail.look(Set.of(ResourceType.ROUTE_TABLE));
        assertThat(asked).hasSize(once);
        now[0] = now[0].plusSeconds(180);
        trail.look(Set.of(ResourceType.ROUTE_TABLE));
        assertThat(asked).hasSize(2 * once);
    }
}
