package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Spans;
import java.time.Instant;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/**
 * One registration in a target group.
 *
 * @param since when the health last changed; AWS does not tell, alarms and logs follow it
 * @param healthy when it was healthy
 * @param doubt counts the verdicts that are being confirmed, so that an older one lapses
 */
public record Target(
        String targetGroupArn,
        TargetDescription description,
        TargetHealth health,
        Instant since,
        Spans healthy,
        long doubt) {
    Target with(TargetHealth next, Instant at) {
        return new Target(targetGroupArn, description, next, at, healthy, doubt + 1);
    }

    Target doubted() {
        return new Target(targetGroupArn, description, health, since, healthy, doubt + 1);
    }

    String key() {
        return key(targetGroupArn, description.id(), description.port());
    }

    static String key(String targetGroupArn, String id, Integer port) {
        return targetGroupArn + '|' + id + '|' + port;
    }
}
