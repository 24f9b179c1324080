package io.atalaya.app;

import static io.atalaya.foreign.MotoAccount.ALARM;
import static io.atalaya.foreign.MotoAccount.GROUP;
import static io.atalaya.foreign.MotoAccount.LOGS;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.WeightedTargetGroup;
import io.atalaya.foreign.MotoAccount;
import io.atalaya.operate.act.AssociateAddress;
import io.atalaya.operate.act.CancelInstanceRefresh;
import io.atalaya.operate.act.CreateImage;
import io.atalaya.operate.act.CreateTag;
import io.atalaya.operate.act.CreateVolumeSnapshot;
import io.atalaya.operate.act.DeleteRecord;
import io.atalaya.operate.act.DeleteTag;
import io.atalaya.operate.act.DeregisterTarget;
import io.atalaya.operate.act.DisableAlarmActions;
import io.atalaya.operate.act.DisableHealthCheck;
import io.atalaya.operate.act.DisassociateAddress;
import io.atalaya.operate.act.EnableHealthCheck;
import io.atalaya.operate.act.EnterStandby;
import io.atalaya.operate.act.ExitStandby;
import io.atalaya.operate.act.ModifyBackupPolicy;
import io.atalaya.operate.act.ModifyHealthCheck;
import io.atalaya.operate.act.ModifyLifecycle;
import io.atalaya.operate.act.ModifyLogRetention;
import io.atalaya.operate.act.ModifyRuleWeights;
import io.atalaya.operate.act.ModifyThroughput;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RebootInstance;
import io.atalaya.operate.act.RegisterTarget;
import io.atalaya.operate.act.ResizeScalingGroup;
import io.atalaya.operate.act.ResumeProcesses;
import io.atalaya.operate.act.StartInstance;
import io.atalaya.operate.act.StartInstanceRefresh;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.act.SuspendProcesses;
import io.atalaya.operate.act.UpsertRecord;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** What is done at a foreign endpoint, how it ends there, and how one sees there that it was done. */
final class ForeignActs {
    /** How an act ends at that endpoint. */
    enum End {
        /** Done, as seen by the console; and by a client that is none of the console's. */
        DONE,
        /** Accepted, and not to be seen from here. */
        ACCEPTED,
        /** The endpoint does not have the operation, and says so by breaking down: whether it was done is not known. */
        NOT_OFFERED
    }

    /**
     * One act.
     *
     * @param usual whether it is done in every run
     * @param act of the deployment as the console sees it by then
     * @param there whether it is so at the endpoint
     */
    record Row(boolean usual, End end, Function<Deployment, Operation> act, BooleanSupplier there) {
        Row always() {
            return new Row(true, end, act, there);
        }
    }

    private final MotoAccount account;
    private String member = "";

    ForeignActs(MotoAccount account) {
        this.account = account;
    }

    static Row row(End end, Function<Deployment, Operation> act, BooleanSupplier there) {
        return new Row(false, end, act, there);
    }

    static Row done(Operation act, BooleanSupplier there) {
        return row(End.DONE, world -> act, there);
    }

    private static Row absent(Operation act) {
        return row(End.NOT_OFFERED, world -> act, () -> true);
    }

    /** One of each at least, in an order in which each finds what it needs; but none that enables an alarm, which is always. */
    List<Row> rows() {
        return Stream.of(instances(), scaling(), balancing(), new ForeignDatabaseActs(account).rows(), rest())
                .flatMap(List::stream)
                .toList();
    }

    private List<Row> instances() {
        var id = account.instance();
        var on = new ResourceRef(ResourceType.INSTANCE, id);
        return List.of(
                done(new CreateTag(on, "owner", "night shift"), () -> Objects.equals(tag("owner"), "night shift"))
                        .always(),
                done(new DeleteTag(on, "owner"), () -> tag("owner") == null),
                done(new StopInstance(id), () -> state().equals("stopped")).always(),
                done(new StartInstance(id), () -> state().equals("running")).always(),
                done(new RebootInstance(id), () -> state().equals("running")),
                done(
                                new CreateImage(id, "shop-1", null, true),
                                () -> account.ec2.describeImages(it -> it.owners("self")).images().stream()
                                        .anyMatch(it -> it.name().equals("shop-1")))
                        .always(),
                row(
                        End.DONE,
                        world -> new CreateVolumeSnapshot(volume(world), "by hand"),
                        () -> account.ec2.describeSnapshots(it -> it.ownerIds("self")).snapshots().stream()
                                .anyMatch(it -> it.description().equals("by hand"))),
                row(
                                End.DONE,
                                world -> new DisassociateAddress(
                                        account.address(),
                                        Objects.requireNonNull(world.items(Parts.ELASTIC_IPS)
                                                .getFirst()
                                                .associationId())),
                                () -> !holdsAddress())
                        .always(),
                done(new AssociateAddress(account.address(), id, false), this::holdsAddress)
                        .always());
    }

    private static String volume(Deployment world) {
        return world.items(Parts.VOLUMES).getFirst().id();
    }

    private String state() {
        return account.ec2
                .describeInstances(it -> it.instanceIds(account.instance()))
                .reservations()
                .getFirst()
                .instances()
                .getFirst()
                .state()
                .nameAsString();
    }

    private @org.jspecify.annotations.Nullable String tag(String key) {
        return account
                .ec2
                .describeTags(
                        it -> it.filters(filter -> filter.name("resource-id").values(account.instance())))
                .tags()
                .stream()
                .filter(it -> it.key().equals(key))
                .map(it -> it.value())
                .findFirst()
                .orElse(null);
    }

    private boolean holdsAddress() {
        return account.instance()
                .equals(account.ec2
                        .describeAddresses(it -> it.allocationIds(account.address()))
                        .addresses()
                        .getFirst()
                        .instanceId());
    }

    private List<Row> scaling() {
        return List.of(
                done(
                                new ResizeScalingGroup(GROUP, 1, 3, 5),
                                () -> group().desiredCapacity() == 3
                                        && group().maxSize() == 5
                                        && group().instances().size() == 3)
                        .always(),
                done(new SuspendProcesses(GROUP, List.of("AZRebalance")), () -> suspended("AZRebalance"))
                        .always(),
                done(new ResumeProcesses(GROUP, List.of("AZRebalance")), () -> !suspended("AZRebalance")),
                row(End.DONE, this::standby, () -> state(member).equals("Standby")),
                row(End.DONE, world -> new ExitStandby(GROUP, member), () -> state(member)
                        .equals("InService")),
                absent(new StartInstanceRefresh(GROUP, 90, null, false)).always(),
                absent(new CancelInstanceRefresh(GROUP)));
    }

    private Operation standby(Deployment world) {
        member = world.items(Parts.SCALING_GROUPS)
                .getFirst()
                .members()
                .getFirst()
                .instanceId();
        return new EnterStandby(GROUP, member, true);
    }

    private software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup group() {
        return account.scaling
                .describeAutoScalingGroups(it -> it.autoScalingGroupNames(GROUP))
                .autoScalingGroups()
                .getFirst();
    }

    private boolean suspended(String process) {
        return group().suspendedProcesses().stream()
                .anyMatch(it -> it.processName().equals(process));
    }

    private String state(String instanceId) {
        return group().instances().stream()
                .filter(it -> it.instanceId().equals(instanceId))
                .findFirst()
                .orElseThrow()
                .lifecycleStateAsString();
    }

    private List<Row> balancing() {
        var green = account.groups().get(1);
        var checks = new HealthCheckSettings(true, "HTTP", "traffic-port", "/ready", 15, 5, 3, 2, "200");
        return List.of(
                done(new RegisterTarget(green, account.instance(), null), () -> targets(green)
                                .anyMatch(it -> it.target().id().equals(account.instance())))
                        .always(),
                done(new DeregisterTarget(green, account.instance(), null), () -> targets(green)
                        .noneMatch(it -> it.target().id().equals(account.instance()))),
                done(new ModifyHealthCheck(green, checks), () -> account.balancing
                        .describeTargetGroups(it -> it.targetGroupArns(green))
                        .targetGroups()
                        .getFirst()
                        .healthCheckPath()
                        .equals("/ready")),
                done(
                                new ModifyRuleWeights(
                                        account.ruleArn(),
                                        List.of(
                                                new WeightedTargetGroup(
                                                        account.groups().getFirst(), 9),
                                                new WeightedTargetGroup(green, 1)),
                                        null),
                                () -> account
                                        .balancing
                                        .describeRules(it -> it.ruleArns(account.ruleArn()))
                                        .rules()
                                        .getFirst()
                                        .actions()
                                        .getFirst()
                                        .forwardConfig()
                                        .targetGroups()
                                        .stream()
                                        .anyMatch(it -> it.weight() == 9))
                        .always());
    }

    private Stream<TargetHealthDescription> targets(String group) {
        return account
                .balancing
                .describeTargetHealth(it -> it.targetGroupArn(group))
                .targetHealthDescriptions()
                .stream();
    }

    private List<Row> rest() {
        var files = account.fileSystem();
        var record = new RecordSet(
                account.zone(), "lab.shop.example", "A", 60L, List.of("192.0.2.7"), null, null, "simple", null);
        return List.of(
                done(
                                new ModifyLifecycle(files, "AFTER_30_DAYS", null, false), () -> account
                                        .files
                                        .describeLifecycleConfiguration(it -> it.fileSystemId(files))
                                        .lifecyclePolicies()
                                        .stream()
                                        .anyMatch(it -> "AFTER_30_DAYS".equals(it.transitionToIAAsString())))
                        .always(),
                absent(new ModifyThroughput(files, "elastic", null)),
                absent(new ModifyBackupPolicy(files, true)),
                done(new DisableHealthCheck(account.check()), this::checkIsDisabled),
                done(new EnableHealthCheck(account.check()), () -> !checkIsDisabled()),
                done(new UpsertRecord(record), () -> record(record)).always(),
                done(new DeleteRecord(record), () -> !record(record)),
                row(End.NOT_OFFERED, world -> new DisableAlarmActions(alarm(world), ALARM), this::alarmActs),
                done(new ModifyLogRetention(LOGS, 30), () -> Objects.equals(retention(), 30))
                        .always(),
                done(new ModifyLogRetention(LOGS, null), () -> retention() == null));
    }

    private boolean checkIsDisabled() {
        return account.names
                .getHealthCheck(it -> it.healthCheckId(account.check()))
                .healthCheck()
                .healthCheckConfig()
                .disabled();
    }

    private boolean record(RecordSet record) {
        return account.names.listResourceRecordSets(it -> it.hostedZoneId(account.zone())).resourceRecordSets().stream()
                .anyMatch(it -> it.name().startsWith(record.name())
                        && it.resourceRecords()
                                .getFirst()
                                .value()
                                .equals(record.values().getFirst()));
    }

    private static String alarm(Deployment world) {
        return world.items(Parts.ALARMS).getFirst().arn();
    }

    private boolean alarmActs() {
        return account.metrics
                .describeAlarms(it -> it.alarmNames(ALARM))
                .metricAlarms()
                .getFirst()
                .actionsEnabled();
    }

    private @org.jspecify.annotations.Nullable Integer retention() {
        return account.logs
                .describeLogGroups(it -> it.logGroupNamePrefix(LOGS))
                .logGroups()
                .getFirst()
                .retentionInDays();
    }
}
