package io.atalaya.ui.acting;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.ScalingMember;
import io.atalaya.operate.act.CancelInstanceRefresh;
import io.atalaya.operate.act.EnterStandby;
import io.atalaya.operate.act.ExitStandby;
import io.atalaya.operate.act.ResizeScalingGroup;
import io.atalaya.operate.act.ResumeProcesses;
import io.atalaya.operate.act.StartInstanceRefresh;
import io.atalaya.operate.act.SuspendProcesses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What can be done with a scaling group and its members. */
final class ScalingActs {
    /** autoscaling:DescribeScalingProcessTypes. */
    private static final List<String> PROCESSES = List.of(
            "Launch",
            "Terminate",
            "AddToLoadBalancer",
            "AlarmNotification",
            "AZRebalance",
            "HealthCheck",
            "InstanceRefresh",
            "ReplaceUnhealthy",
            "ScheduledActions");

    /** What AWS cancels: "an instance refresh or rollback that is in progress". */
    private static final Set<String> REFRESHING = Set.of("Pending", "InProgress", "Baking", "RollbackInProgress");

    private static final String IN_SERVICE = "InService";
    private static final String STANDBY = "Standby";

    private ScalingActs() {}

    static Stream<ActOffer> of(ScalingGroup group, Deployment deployment) {
        var offers = new ArrayList<ActOffer>();
        offers.add(resize(group));
        in(group, IN_SERVICE).ifPresent(members -> offers.add(enterStandby(group, members, deployment)));
        in(group, STANDBY).ifPresent(members -> offers.add(exitStandby(group, members, deployment)));
        var suspended = group.suspendedProcesses();
        var going = PROCESSES.stream().filter(it -> !suspended.contains(it)).toList();
        if (!going.isEmpty()) {
            offers.add(ActOffer.of(
                    SuspendProcesses.class,
                    group.ref(),
                    () -> List.of(picks(going, List.of())),
                    values -> new SuspendProcesses(group.name(), values.picks("processes"))));
        }
        if (!suspended.isEmpty()) {
            offers.add(ActOffer.of(
                    ResumeProcesses.class,
                    group.ref(),
                    () -> List.of(picks(suspended, suspended)),
                    values -> new ResumeProcesses(group.name(), values.picks("processes"))));
        }
        offers.add(refresh(group));
        if (deployment.items(Parts.INSTANCE_REFRESHES).stream()
                .anyMatch(it -> it.groupName().equals(group.name()) && REFRESHING.contains(it.status()))) {
            offers.add(ActOffer.plain(
                    "CancelInstanceRefresh", group.ref(), () -> new CancelInstanceRefresh(group.name())));
        }
        return offers.stream();
    }

    /** What can be done with an instance as a member of its group. */
    static Stream<ActOffer> ofMember(Instance instance, Deployment deployment) {
        var group = deployment.index().scalingGroup(instance.id());
        var member = deployment.index().member(instance.id());
        if (group == null || member == null) {
            return Stream.empty();
        }
        return switch (member.lifecycleState()) {
            case IN_SERVICE -> Stream.of(enterStandby(group, List.of(member), deployment));
            case STANDBY -> Stream.of(exitStandby(group, List.of(member), deployment));
            default -> Stream.empty();
        };
    }

    private static ActOffer resize(ScalingGroup group) {
        return ActOffer.of(
                ResizeScalingGroup.class,
                group.ref(),
                () -> List.of(
                        ActField.number("min", group.min()),
                        ActField.number("desired", group.desired()),
                        ActField.number("max", group.max())),
                values -> new ResizeScalingGroup(
                        group.name(), values.number("min"), values.number("desired"), values.number("max")));
    }

    private static java.util.Optional<List<ScalingMember>> in(ScalingGroup group, String state) {
        var members = group.members().stream()
                .filter(it -> it.lifecycleState().equals(state))
                .toList();
        return members.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(members);
    }

    private static ActOffer enterStandby(ScalingGroup group, List<ScalingMember> members, Deployment deployment) {
        return ActOffer.of(
                EnterStandby.class,
                group.ref(),
                () -> List.of(member(members, deployment), new ActField.Check("decrementDesired", true, false)),
                values -> new EnterStandby(group.name(), values.text("instanceId"), values.flag("decrementDesired")));
    }

    private static ActOffer exitStandby(ScalingGroup group, List<ScalingMember> members, Deployment deployment) {
        return ActOffer.of(
                ExitStandby.class,
                group.ref(),
                () -> List.of(member(members, deployment)),
                values -> new ExitStandby(group.name(), values.text("instanceId")));
    }

    private static ActField member(List<ScalingMember> members, Deployment deployment) {
        return ActField.choice(
                "instanceId",
                members.stream()
                        .map(it -> new ActField.Option(
                                it.instanceId(),
                                ActTexts.name(new ResourceRef(ResourceType.INSTANCE, it.instanceId()), deployment)
                                        + " · " + it.instanceId() + " · " + it.zone()))
                        .toList());
    }

    private static ActField picks(List<String> processes, List<String> chosen) {
        return new ActField.Picks("processes", chosen, false, ActField.words(processes.toArray(String[]::new)));
    }

    static ActOffer refresh(ScalingGroup group) {
        return ActOffer.of(
                StartInstanceRefresh.class,
                group.ref(),
                () -> List.of(
                        new ActField.Number("minHealthyPercentage", "90", false, "90"),
                        ActField.maybe("instanceWarmupSeconds"),
                        new ActField.Check("skipMatching", true, false)),
                values -> new StartInstanceRefresh(
                        group.name(),
                        values.number("minHealthyPercentage"),
                        values.numberOrNull("instanceWarmupSeconds"),
                        values.flag("skipMatching")));
    }
}
