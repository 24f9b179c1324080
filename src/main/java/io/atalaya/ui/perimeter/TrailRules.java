package io.atalaya.ui.perimeter;

import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.trail.PerimeterTouch;
import io.atalaya.operate.trail.PerimeterTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rules in the events of CloudTrail. */
final class TrailRules {
    private TrailRules() {}

    static List<TrailRule> of(PerimeterTrail trail) {
        return Stream.of(ResourceType.SECURITY_GROUP, ResourceType.NETWORK_ACL, ResourceType.ROUTE_TABLE)
                .flatMap(kind -> trail.of(kind).touches().stream())
                .flatMap(touch -> of(touch).stream())
                .toList();
    }

    private static List<TrailRule> of(PerimeterTouch touch) {
        var event = touch.event();
        var change = new LastChange(
                event.at(),
                touch.who().isEmpty() ? "AWS" : touch.who(),
                event.name(),
                event.requestId(),
                touch.removed());
        var id = touch.resource().id();
        if (touch.rules().isEmpty()) {
            return List.of(new TrailRule(id, null, touch.egress(), touch.entry(), change));
        }
        var rules = new ArrayList<TrailRule>();
        touch.rules().forEach(each -> rules.add(new TrailRule(id, RuleKey.of(each), false, null, change)));
        return rules;
    }
}
