package io.atalaya.ui.compute;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ScalingActivity;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Volume;
import io.atalaya.deployment.compute.ComputeIndex;
import io.atalaya.deployment.compute.GroupUse;
import io.atalaya.deployment.compute.ImageUse;
import io.atalaya.deployment.compute.InstanceFacts;
import io.atalaya.deployment.compute.TemplateUse;
import io.atalaya.deployment.compute.Uses;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the rows of all tables of one snapshot. */
final class Rows {
    private final ComputeIndex index;
    private final Uses uses;
    private final Texts texts;
    private final Instant now;

    Rows(ComputeIndex index, Texts texts, Instant now) {
        this.index = index;
        this.uses = new Uses(index);
        this.texts = texts;
        this.now = now;
    }

    /**
     * An Elastic IP and what it hangs on.
     *
     * @param owner name of the instance; the id of the network interface where it is none; null for neither
     */
    record Address(ElasticIp address, @Nullable String owner) {}

    /**
     * A volume and the machines it is attached to, by name.
     *
     * @param snapshotAt when the newest completed snapshot of it was begun; null for none
     * @param kept whether it outlives its machine
     */
    record Disk(
            Volume volume,
            String owners,
            String devices,
            @Nullable Instant snapshotAt,
            boolean kept) {}

    /** A member of a scaling group. */
    record Member(Instance instance, ScalingGroup group, String lifecycle, String health, boolean protect) {}

    List<Row<InstanceFacts>> instances() {
        return InstanceFacts.all(index).stream().map(this::instance).toList();
    }

    private Row<InstanceFacts> instance(InstanceFacts facts) {
        var it = facts.instance();
        return row(
                it,
                Parts.INSTANCES,
                Conditions.of(it, facts.check()),
                facts,
                it.instanceType(),
                it.zone(),
                it.privateIp(),
                it.publicIp(),
                it.imageId(),
                facts.image() == null ? null : facts.image().name(),
                facts.group() == null ? null : facts.group().name(),
                facts.system() == null ? null : facts.system().name(),
                it.vpcId(),
                it.subnetId());
    }

    List<Row<ImageUse>> images() {
        return uses.images().stream()
                .map(use -> row(
                        use.image(),
                        Parts.IMAGES,
                        Conditions.of(use.image()),
                        use,
                        use.image().description(),
                        use.system() == null ? null : use.system().name(),
                        use.image().sourceInstanceId(),
                        use.base() == null ? null : use.base().name(),
                        String.join(" ", use.startedBy())))
                .toList();
    }

    List<Row<TemplateUse>> templates() {
        return uses.templates().stream()
                .map(use -> row(
                        use.template(),
                        Parts.LAUNCH_TEMPLATES,
                        condition(use),
                        use,
                        use.image() == null ? null : use.image().name(),
                        use.started() == null ? null : use.started().imageId(),
                        use.started() == null ? null : use.started().instanceType(),
                        String.join(" ", use.groups())))
                .toList();
    }

    /** AWS gives a template no state: ours says whether it starts the newest image. */
    private Condition condition(TemplateUse use) {
        if (use.image() == null) {
            return Condition.of(State.UNKNOWN, texts.get("compute.template.unknown"));
        }
        return use.newest() == null
                ? Condition.of(State.HEALTHY, texts.get("compute.template.newest"))
                : new Condition(
                        State.DEGRADED,
                        texts.get("compute.template.older"),
                        use.newest().name());
    }

    List<Row<GroupUse>> groups() {
        return uses.groups().stream()
                .map(use -> row(
                        use.group(),
                        Parts.SCALING_GROUPS,
                        Conditions.of(use.group()),
                        use,
                        use.template() == null ? null : use.template().name(),
                        use.image() == null ? null : use.image().name(),
                        String.join(" ", use.group().zones())))
                .toList();
    }

    List<Row<Address>> addresses() {
        return index.deployment().items(Parts.ELASTIC_IPS).stream()
                .sorted(Comparator.comparing(ElasticIp::publicIp))
                .map(it -> {
                    var instance = index.instance(it.instanceId());
                    var owner = instance != null
                            ? instance.name()
                            : it.instanceId() != null ? it.instanceId() : it.networkInterfaceId();
                    return row(
                            it,
                            Parts.ELASTIC_IPS,
                            Conditions.of(it),
                            new Address(it, owner),
                            it.publicIp(),
                            it.privateIp(),
                            owner,
                            it.instanceId());
                })
                .toList();
    }

    List<Row<Disk>> volumes() {
        var newest = new HashMap<String, Instant>();
        for (var snapshot : index.deployment().items(Parts.VOLUME_SNAPSHOTS)) {
            if (snapshot.state().equals("completed") && snapshot.startedAt() != null) {
                newest.merge(snapshot.volumeId(), snapshot.startedAt(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return index.deployment().items(Parts.VOLUMES).stream()
                .sorted(Comparator.comparing(Volume::id))
                .map(it -> {
                    var owners = it.attachments().stream()
                            .map(each -> {
                                var instance = index.instance(each.instanceId());
                                return instance == null ? each.instanceId() : instance.name();
                            })
                            .collect(Collectors.joining(", "));
                    var devices =
                            it.attachments().stream().map(each -> each.device()).collect(Collectors.joining(", "));
                    return row(
                            it,
                            Parts.VOLUMES,
                            Conditions.of(it),
                            new Disk(
                                    it,
                                    owners,
                                    devices,
                                    newest.get(it.id()),
                                    it.attachments().stream().noneMatch(each -> each.deleteOnTermination())),
                            owners,
                            it.volumeType(),
                            it.zone(),
                            devices);
                })
                .toList();
    }

    /** The members of one group, by zone and id; those of which nothing but the id is known stand as that. */
    List<Row<Member>> members(@Nullable ScalingGroup group) {
        if (group == null) {
            return List.of();
        }
        return group.members().stream()
                .map(member -> {
                    var known = index.instance(member.instanceId());
                    var instance = known != null ? known : unknown(member.instanceId(), member.zone());
                    var healthy = member.healthStatus().equalsIgnoreCase("healthy");
                    var state = !healthy
                            ? State.FAILED
                            : member.lifecycleState().equals("InService") ? State.HEALTHY : State.CHANGING;
                    return row(
                            instance,
                            Parts.SCALING_GROUPS,
                            Condition.of(state, member.lifecycleState()),
                            new Member(
                                    instance,
                                    group,
                                    member.lifecycleState(),
                                    member.healthStatus(),
                                    member.protectedFromScaleIn()));
                })
                .sorted(Comparator.comparing((Row<Member> each) -> each.seen())
                        .thenComparing(each -> each.facts().instance().zone())
                        .thenComparing(each -> each.facts().instance().id()))
                .toList();
    }

    private static Instance unknown(String id, String zone) {
        return new Instance(
                id,
                id,
                "-",
                "unknown",
                null,
                zone,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                java.util.Map.of());
    }

    /** Activities of one group, or of all where none is chosen; newest first. */
    List<Activity> activities(@Nullable ScalingGroup group) {
        var freshness = freshness(Parts.SCALING_ACTIVITIES);
        return index.deployment().items(Parts.SCALING_ACTIVITIES).stream()
                .filter(each -> group == null || each.groupName().equals(group.name()))
                .sorted(Comparator.comparing(ScalingActivity::startedAt).reversed())
                .map(each -> new Activity(each, new Seen(condition(each), freshness)))
                .toList();
    }

    /** An activity of a scaling group with its state. */
    record Activity(ScalingActivity activity, Seen seen) {}

    private static Condition condition(ScalingActivity activity) {
        var state =
                switch (activity.status()) {
                    case "Successful" -> State.HEALTHY;
                    case "Failed" -> State.FAILED;
                    case "Cancelled" -> State.DEGRADED;
                    default -> State.CHANGING;
                };
        return new Condition(state, activity.status(), activity.statusMessage());
    }

    private <F> Row<F> row(Resource resource, Part<?> part, Condition condition, F facts, @Nullable String... more) {
        var words = new ArrayList<String>();
        words.add(resource.name());
        words.add(resource.id());
        words.add(condition.word());
        Stream.of(more).filter(Objects::nonNull).forEach(words::add);
        resource.tags().forEach((key, value) -> words.add(key + "=" + value));
        return new Row<>(resource, new Seen(condition, freshness(part)), facts, joined(words));
    }

    private static String joined(Collection<String> words) {
        return String.join("\n", words);
    }

    private Freshness freshness(Part<?> part) {
        return drawn(index.deployment().observed(part).freshness(now));
    }

    /** A value that is only late is drawn as a current one; rows must not change for what nobody sees. */
    static Freshness drawn(Freshness freshness) {
        return freshness == Freshness.LATE ? Freshness.CURRENT : freshness;
    }
}
