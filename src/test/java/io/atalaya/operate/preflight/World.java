package io.atalaya.operate.preflight;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.AutomatedBackup;
import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.CheckerResult;
import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.InstanceRefresh;
import io.atalaya.deployment.InstanceType;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.TargetGroupAttributes;
import io.atalaya.deployment.WeightedTargetGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small deployment that a test changes before it is judged: two web servers of a scaling group in two zones behind a balancer,
 * a database in one zone, a file system, two names. Everything is well unless the test says otherwise.
 */
final class World {
    static final Instant AT = Instant.parse("2026-11-18T15:00:00Z");
    static final String ONE = "i-0000000000000001";
    static final String TWO = "i-0000000000000002";
    static final String LONE = "i-0000000000000009";
    static final String WEB = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/ChOp-web/1";
    static final String NEW = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/ChOp-new/2";
    static final String BALANCER = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/ChOp/1";
    static final String RULE = "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener-rule/app/ChOp/1/2/3";
    static final String GROUP = "ChOp-asg";
    static final String ADDRESS = "eipalloc-1";
    static final String IP = "203.0.113.7";
    static final String DB = "chop-db";
    static final String MANUAL = "before-upgrade";
    static final String AUTOMATED = "rds:chop-db-2026-11-18";
    static final String FILES = "fs-1";
    static final String ZONE = "Z1";
    static final String CHECK = "hc-1";
    static final String ALARM = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:cpu";
    static final String LOGS = "/chop/web";
    static final String VOLUME = "vol-1";

    Map<String, String> tags = Map.of("Name", "ChOp-web-1");
    String instanceType = "t3.medium";
    String vpc = "vpc-1";
    int openPort = 80;
    List<SecurityRule> moreRules = List.of();
    boolean cards = true;
    List<AclEntry> entries = List.of();

    /** A deployment that was read, in place of this one. */
    @Nullable
    Deployment instead;

    List<String> aclSubnets = List.of("subnet-1", "subnet-2");
    String stateOne = "running";
    String stateLone = "running";

    @Nullable
    String publicIpOne = null;

    @Nullable
    String publicIpLone = IP;

    String targetOne = "healthy";
    String targetTwo = "healthy";
    String zoneTwo = "us-east-1b";
    List<String> balancers = List.of(BALANCER);
    boolean classic = false;

    int min = 1;
    int desired = 2;
    int max = 4;
    String checkedBy = "ELB";
    String memberOne = "InService";
    String memberTwo = "InService";
    String healthTwo = "Healthy";
    boolean grouped = true;
    List<String> suspended = List.of();
    List<InstanceRefresh> refreshes = List.of();

    HealthCheckSettings check = new HealthCheckSettings(true, "HTTP", "traffic-port", "/health", 30, 5, 5, 2, "200");
    String priority = "10";
    List<RuleAction> actions = List.of(new RuleAction("forward", List.of(new WeightedTargetGroup(WEB, 1)), null));

    @Nullable
    String association = "eipassoc-1";

    @Nullable
    String holder = LONE;

    String dbStatus = "available";
    String engine = "postgres";
    boolean multiAz = false;

    @Nullable
    String cluster = null;

    @Nullable
    String replicaOf = null;

    List<String> replicas = List.of();
    List<String> pending = List.of();
    int allocated = 100;

    @Nullable
    Integer maximum = 200;

    int retention = 7;
    boolean database = true;
    List<DatabaseEvent> events = List.of();

    @Nullable
    Integer connections = null;

    String snapshotStatus = "available";
    String snapshotType = "manual";
    boolean encrypted = false;
    boolean otherSnapshot = true;

    @Nullable
    String copyOf = null;

    String filesState = "available";
    String throughput = "bursting";

    @Nullable
    Double mibps = null;

    String performance = "generalPurpose";

    List<RecordSet> records = List.of(Records.alias("www.checkop.edu"), Records.a("vpn.checkop.edu", IP));
    boolean checkDisabled = false;
    boolean checkFails = false;
    boolean alarmActions = true;
    List<String> alarmTells = List.of("arn:aws:sns:us-east-1:1:ops");
    boolean alarmIsSimple = true;

    @org.jspecify.annotations.Nullable
    String alarmRule;

    String siteRule = "ALARM(other)";
    String alarmState = "OK";

    @Nullable
    Integer logDays = 90;

    String volumeState = "in-use";

    private final Set<Part<?>> unread = new HashSet<>();
    private final Set<Part<?>> old = new HashSet<>();

    void unread(Part<?>... parts) {
        unread.addAll(List.of(parts));
    }

    void old(Part<?>... parts) {
        old.addAll(List.of(parts));
    }

    Deployment deployment() {
        if (instead != null) {
            return instead;
        }
        var d = Deployment.empty("us-east-1", null);
        d = compute(d);
        d = balancing(d);
        d = data(d);
        return names(d);
    }

    private Deployment compute(Deployment start) {
        var d = put(
                start,
                Parts.INSTANCES,
                WorldMachines.instance(this, ONE, "ChOp-web-1", stateOne, "us-east-1a", "10.0.1.1", publicIpOne, tags),
                WorldMachines.instance(this, TWO, "ChOp-web-2", "running", zoneTwo, "10.0.2.2", null, Map.of()),
                WorldMachines.instance(
                        this, LONE, "ChOp-vpn", stateLone, "us-east-1a", "10.0.1.9", publicIpLone, Map.of()));
        d = put(d, Parts.SECURITY_GROUPS, WorldMachines.securityGroup(this));
        d = put(d, Parts.NETWORK_ACLS, WorldMachines.acl(this));
        d = put(d, Parts.NETWORK_INTERFACES, WorldMachines.card(this));
        d = put(d, Parts.VPCS);
        d = put(d, Parts.SUBNETS);
        d = put(d, Parts.ROUTE_TABLES);
        d = put(d, Parts.INTERNET_GATEWAYS);
        d = put(d, Parts.MOUNT_TARGETS);
        d = put(d, Parts.NAT_GATEWAYS);
        d = put(d, Parts.PEERINGS);
        d = put(d, Parts.VPN_GATEWAYS);
        d = put(d, Parts.VPN_CONNECTIONS);
        d = put(d, Parts.TRANSIT_GATEWAYS);
        d = put(d, Parts.TRANSIT_ATTACHMENTS);
        d = put(d, Parts.TRANSIT_ROUTES);
        d = put(d, Parts.PREFIX_LISTS);
        d = put(d, Parts.LISTENERS);
        d = put(
                d,
                Parts.INSTANCE_TYPES,
                new InstanceType("t3.medium", 2, 4096),
                new InstanceType("m6g.large", 2, 8192),
                new InstanceType("m6g.xlarge", 4, 16_384));
        d = put(d, Parts.IMAGES, WorldMachines.image());
        d = put(d, Parts.VOLUMES, WorldMachines.volume(this));
        d = put(d, Parts.ELASTIC_IPS, new ElasticIp(ADDRESS, "vpn", IP, association, holder, null, null, Map.of()));
        d = grouped ? put(d, Parts.SCALING_GROUPS, WorldMachines.group(this)) : put(d, Parts.SCALING_GROUPS);
        return put(d, Parts.INSTANCE_REFRESHES, refreshes.toArray(InstanceRefresh[]::new));
    }

    private Deployment balancing(Deployment start) {
        var d = put(
                start,
                Parts.LOAD_BALANCERS,
                new LoadBalancer(
                        classic ? "ChOp" : BALANCER,
                        "ChOp",
                        classic ? LoadBalancerType.CLASSIC : LoadBalancerType.APPLICATION,
                        "internet-facing",
                        "chop.us-east-1.elb.amazonaws.com",
                        "Z35",
                        "active",
                        null,
                        "vpc-1",
                        List.of(
                                new BalancerZone("us-east-1a", null, List.of()),
                                new BalancerZone("us-east-1b", null, List.of())),
                        List.of(),
                        null,
                        List.of(),
                        Map.of()));
        d = put(
                d,
                Parts.TARGET_GROUPS,
                new TargetGroup(WEB, "ChOp-web", "instance", "HTTP", 80, "vpc-1", balancers, check),
                new TargetGroup(NEW, "ChOp-new", "instance", "HTTP", 80, "vpc-1", List.of(), check));
        d = put(d, Parts.TARGET_GROUP_ATTRIBUTES, new TargetGroupAttributes(WEB, 120, null, null, null, null));
        var pool = classic ? "ChOp" : WEB;
        d = put(
                d,
                Parts.TARGETS,
                new Target(pool, ONE, 80, null, targetOne, null, null),
                new Target(pool, TWO, 80, null, targetTwo, null, null));
        return put(d, Parts.LISTENER_RULES, new ListenerRule(RULE, "arn:listener", priority, List.of(), actions));
    }

    private Deployment data(Deployment start) {
        var d = database ? put(start, Parts.DATABASES, WorldData.database(this)) : put(start, Parts.DATABASES);
        d = put(
                d,
                Parts.DATABASE_SNAPSHOTS,
                WorldData.snapshot(this, MANUAL, snapshotType, snapshotStatus, null),
                WorldData.snapshot(this, AUTOMATED, "automated", "available", null),
                WorldData.snapshot(
                        this,
                        "copy",
                        otherSnapshot ? "manual" : "automated",
                        copyOf == null ? "available" : "copying",
                        copyOf));
        d = put(d, Parts.DATABASE_EVENTS, events.toArray(DatabaseEvent[]::new));
        d = put(
                d,
                Parts.DATABASE_BACKUPS,
                new AutomatedBackup(
                        DB, "arn:b", "active", AT.minus(Duration.ofDays(7)), AT, 7, false, null, List.of()));
        if (connections != null) {
            var id = new MetricId("AWS/RDS", "DatabaseConnections", Map.of("DBInstanceIdentifier", DB), "Average");
            var point = new MetricPoint(AT.minusSeconds(120), connections);
            d = put(d, Parts.METRICS, new MetricSeries(id, 60, List.of(point), false));
        }
        return put(
                d,
                Parts.FILE_SYSTEMS,
                new FileSystem(
                        FILES,
                        "arn:fs",
                        "ChOp-Temp",
                        filesState,
                        0,
                        null,
                        200L << 30,
                        0,
                        0,
                        performance,
                        throughput,
                        mibps,
                        true,
                        null,
                        Map.of()));
    }

    private Deployment names(Deployment start) {
        var d = put(start, Parts.HOSTED_ZONES, new HostedZone(ZONE, "checkop.edu", false, 4, null));
        d = put(d, Parts.RECORD_SETS, records.toArray(RecordSet[]::new));
        d = put(
                d,
                Parts.HEALTH_CHECKS,
                new HealthCheck(
                        CHECK,
                        "www",
                        "HTTPS",
                        "www.checkop.edu",
                        443,
                        "/",
                        checkDisabled,
                        false,
                        List.of(new CheckerResult("us-east-1", "192.0.2.1", "x", AT, !checkFails))));
        d = put(
                d,
                Parts.ALARMS,
                new Alarm(
                        "cpu",
                        ALARM,
                        alarmState,
                        null,
                        null,
                        null,
                        new io.atalaya.deployment.MetricId(
                                "AWS/EC2", "CPUUtilization", java.util.Map.of("InstanceId", "i-1"), "Average"),
                        80.0,
                        "GreaterThanThreshold",
                        alarmActions,
                        alarmRule != null,
                        alarmRule,
                        alarmRule == null ? alarmSettings(alarmTells, alarmIsSimple) : null),
                new Alarm("site", "arn:site", "OK", null, null, null, null, null, null, true, true, siteRule, null));
        return put(d, Parts.LOG_GROUPS, new LogGroup(LOGS, "arn:logs", logDays, 0, null));
    }

    static io.atalaya.deployment.AlarmSettings alarmSettings(List<String> tells, boolean simple) {
        return new io.atalaya.deployment.AlarmSettings(
                60, 3, null, "missing", null, null, tells, List.of(), List.of(), simple);
    }

    @SafeVarargs
    private <T> Deployment put(Deployment to, Part<T> part, T... items) {
        if (unread.contains(part)) {
            return to;
        }
        var cadence = Duration.ofSeconds(60);
        var asked = old.contains(part) ? AT.minus(Duration.ofMinutes(10)) : AT.minusSeconds(5);
        return to.with(part, Observed.of(Listing.complete(List.of(items)), asked, cadence));
    }
}
