package io.atalaya.ui.noc;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.InstanceCheck;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.signals.Corrections;
import io.atalaya.ui.Acts;
import io.atalaya.ui.ViewContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What helps against an entry of the desk, the mildest first: of the acts of its resource those that suit its kind; for a zone
 * those of its machines and scaling groups; for what the console cannot see, to ask again. Where none helps there is none, and
 * the runbook says what a person must do.
 */
final class DeskActs {
    private static final String ACT = "operate.act.";
    private static final String ZONE = "ZONE_IMPAIRED";
    private static final Set<String> BLIND =
            Set.of("SOURCE_FAILED", "SOURCES_FAILED", "SOURCE_DENIED", "SOURCES_DENIED");
    /** Key of asking again, which is no act: it changes nothing. */
    static final String ASK_AGAIN = "noc.desk.askAgain";

    static final String HISTORY = "noc.desk.history";

    private final ViewContext context;
    private final Function<String, Optional<Item>> items;
    private final AlarmPasts pasts;
    private final Executor screen;

    /**
     * @param items of the catalogue, by id: an entry of an item offers that item's acts
     * @param screen the way to the JavaFX thread
     */
    DeskActs(ViewContext context, Function<String, Optional<Item>> items, AlarmPasts pasts, Executor screen) {
        this.context = context;
        this.items = items;
        this.pasts = pasts;
        this.screen = screen;
    }

    /** On the JavaFX thread. */
    List<Acts.Offer> of(DeskRow row) {
        if (BLIND.contains(row.kind())) {
            return List.of(new Acts.Offer(
                    ASK_AGAIN, context.texts().get(ASK_AGAIN), node -> context.askNow(silent(deployment()))));
        }
        var wanted = Corrections.of(row.kind(), items);
        if (row.kind().equals(ZONE)) {
            var zone = row.key().substring(row.key().lastIndexOf(' ') + 1);
            return wanted.stream()
                    .flatMap(act -> inZone(zone, deployment()).flatMap(each -> named(act, each)))
                    .toList();
        }
        var on = row.on();
        return on == null
                ? List.of()
                : Stream.concat(history(on), wanted.stream().flatMap(act -> those(act, on)))
                        .toList();
    }

    /** Of an alarm, first: what it said before. */
    private Stream<Acts.Offer> history(ResourceRef on) {
        return deployment().index().find(Alarm.class, ResourceType.ALARM, on.id()).stream()
                .map(alarm -> new Acts.Offer(
                        HISTORY,
                        context.texts().get(HISTORY),
                        node -> AlarmHistoryController.open(context, pasts, screen, alarm.name(), node)));
    }

    private Deployment deployment() {
        return context.deployment().getValue();
    }

    private Stream<Acts.Offer> those(String act, ResourceRef on) {
        return context.acts().on(on).stream().filter(each -> each.key().equals(ACT + act));
    }

    /** With what it is done to: one and the same act on several. */
    private Stream<Acts.Offer> named(String act, ResourceRef on) {
        var name = deployment().index().find(on).map(it -> it.name()).orElse(on.id());
        return those(act, on)
                .map(each -> new Acts.Offer(
                        each.key(), context.texts().get("noc.desk.actOn", each.title(), name), each.open()));
    }

    /** The scaling groups that reach into the zone, and its machines whose checks fail. */
    private static Stream<ResourceRef> inZone(String zone, Deployment deployment) {
        var failing = deployment.items(Parts.INSTANCE_CHECKS).stream()
                .filter(each -> each.systemStatus().equals("impaired"))
                .map(InstanceCheck::instanceId)
                .collect(Collectors.toSet());
        return Stream.concat(
                deployment.items(Parts.SCALING_GROUPS).stream()
                        .filter(each ->
                                each.members().stream().anyMatch(it -> it.zone().equals(zone)))
                        .map(ScalingGroup::ref),
                deployment.items(Parts.INSTANCES).stream()
                        .filter(each -> each.zone().equals(zone) && failing.contains(each.id()))
                        .map(Instance::ref));
    }

    /** What has a problem now. */
    static Set<Part<?>> silent(Deployment deployment) {
        return Parts.all().stream()
                .filter(each -> deployment.observed(each).problem() != null)
                .collect(Collectors.toSet());
    }
}
