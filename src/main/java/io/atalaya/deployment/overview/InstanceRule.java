package io.atalaya.deployment.overview;

import io.atalaya.deployment.InstanceCheck;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Failing status checks, and what AWS plans to do to a machine. */
final class InstanceRule implements Rule {
    private static final String IMPAIRED = "impaired";
    private static final int SEVERAL = 2;

    @Override
    public Stream<Finding> find(Situation situation) {
        return Stream.concat(
                situation.items(Parts.INSTANCE_CHECKS).stream()
                        .flatMap(check -> Stream.concat(failing(check, situation), planned(check, situation))),
                zones(situation));
    }

    /** Hosts fail one by one; where most of a zone's fail together it is the zone. */
    private static Stream<Finding> zones(Situation situation) {
        return situation.items(Parts.INSTANCE_CHECKS).stream()
                .filter(check -> situation.compute().instance(check.instanceId()) != null)
                .collect(Collectors.groupingBy(check -> zone(check, situation), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(each -> {
                    var failing = each.getValue().stream()
                            .filter(check -> check.systemStatus().equals(IMPAIRED))
                            .count();
                    return failing < SEVERAL || failing * 2 <= each.getValue().size()
                            ? Stream.<Finding>empty()
                            : Stream.of(new Finding(
                                    FindingKind.ZONE_IMPAIRED,
                                    Urgency.FAILED,
                                    null,
                                    Parts.INSTANCE_CHECKS,
                                    null,
                                    List.of(
                                            each.getKey(),
                                            failing,
                                            each.getValue().size())));
                });
    }

    private static String zone(InstanceCheck check, Situation situation) {
        var instance = situation.compute().instance(check.instanceId());
        return instance == null ? "-" : instance.zone();
    }

    private static Stream<Finding> failing(InstanceCheck check, Situation situation) {
        if (!check.systemStatus().equals(IMPAIRED) && !check.instanceStatus().equals(IMPAIRED)) {
            return Stream.empty();
        }
        var instance = situation.compute().instance(check.instanceId());
        return Stream.of(new Finding(
                FindingKind.INSTANCE_CHECK_FAILED,
                Urgency.FAILED,
                ref(check),
                Parts.INSTANCE_CHECKS,
                null,
                List.of(
                        name(check, situation),
                        instance == null ? "-" : instance.zone(),
                        check.systemStatus(),
                        check.instanceStatus())));
    }

    private static Stream<Finding> planned(InstanceCheck check, Situation situation) {
        return check.events().stream()
                // AWS keeps an event in the list for a week after it is over and says so only in the text.
                .filter(event -> !event.description().startsWith("[Completed]")
                        && !event.description().startsWith("[Canceled]"))
                .map(event -> new Finding(
                        FindingKind.SCHEDULED_EVENT,
                        Urgency.DEGRADED,
                        ref(check),
                        Parts.INSTANCE_CHECKS,
                        null,
                        List.of(
                                event.code(),
                                name(check, situation),
                                event.description(),
                                event.notBefore() == null ? "" : event.notBefore())));
    }

    private static ResourceRef ref(InstanceCheck check) {
        return new ResourceRef(ResourceType.INSTANCE, check.instanceId());
    }

    private static String name(InstanceCheck check, Situation situation) {
        var instance = situation.compute().instance(check.instanceId());
        return instance == null ? check.instanceId() : instance.name();
    }
}
