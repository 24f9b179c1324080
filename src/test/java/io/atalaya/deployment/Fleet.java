package io.atalaya.deployment;

import static io.atalaya.deployment.Sample.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A deployment of any size from a seed: VPCs of about 2,000 instances, scaling groups of 20 to 60, databases in proportion. */
public final class Fleet {
    private static final String[] ZONES = {"us-east-1a", "us-east-1b", "us-east-1d"};

    private final Random random;
    private final List<Instance> instances = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<TargetGroup> groups = new ArrayList<>();
    private final List<LoadBalancer> balancers = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final List<ScalingGroup> scalingGroups = new ArrayList<>();
    private final List<Database> databases = new ArrayList<>();
    private final List<Vpc> vpcs = new ArrayList<>();
    private final List<Subnet> subnets = new ArrayList<>();
    private final List<SecurityGroup> securityGroups = new ArrayList<>();
    private final List<RecordSet> records = new ArrayList<>();

    private Fleet(long seed) {
        random = new Random(seed);
    }

    /** @param size number of instances; everything else is in proportion */
    public static Deployment of(int size, long seed) {
        return new Fleet(seed).build(size);
    }

    private Deployment build(int size) {
        var perVpc = 2000;
        for (int v = 0, left = size; left > 0; v++, left -= perVpc) {
            vpc("vpc-" + v, v, Math.min(left, perVpc));
        }
        var it = Sample.empty();
        it = with(it, Parts.VPCS, vpcs);
        it = with(it, Parts.SUBNETS, subnets);
        it = with(it, Parts.SECURITY_GROUPS, securityGroups);
        it = with(it, Parts.INSTANCES, instances);
        it = with(it, Parts.TARGETS, targets);
        it = with(it, Parts.TARGET_GROUPS, groups);
        it = with(it, Parts.LOAD_BALANCERS, balancers);
        it = with(it, Parts.LISTENERS, listeners);
        it = with(it, Parts.LISTENER_RULES, List.of());
        it = with(it, Parts.SCALING_GROUPS, scalingGroups);
        it = with(it, Parts.DATABASES, databases);
        it = with(it, Parts.HOSTED_ZONES, List.of(new HostedZone("Z1", "example.com", false, records.size(), null)));
        return with(it, Parts.RECORD_SETS, records);
    }

    private void vpc(String id, int number, int size) {
        vpcs.add(new Vpc(id, "fleet-" + number, List.of("10." + number + ".0.0/16"), false, Map.of()));
        for (int z = 0; z < ZONES.length; z++) {
            subnets.add(subnet(id, "app", number, z));
            subnets.add(subnet(id, "data", number, z + 10));
        }
        for (int left = size, n = 0; left > 0; n++) {
            var members = Math.min(left, 20 + random.nextInt(40));
            application(id, number, n, members);
            left -= members;
        }
    }

    private static Subnet subnet(String vpc, String kind, int number, int third) {
        var zone = ZONES[third % 10];
        var name = kind + "-" + zone.charAt(zone.length() - 1);
        return new Subnet(
                vpc + "-" + name, name, vpc, zone, "10." + number + "." + third + ".0/24", 200, false, Map.of());
    }

    private void application(String vpc, int number, int n, int size) {
        var app = "app-%d-%03d".formatted(number, n);
        var balancer = Sample.balancer(app, "active");
        balancers.add(new LoadBalancer(
                balancer.arn(),
                app,
                balancer.balancerType(),
                balancer.scheme(),
                balancer.dnsName(),
                null,
                "active",
                null,
                vpc,
                balancer.zones(),
                List.of(),
                null,
                List.of(),
                Map.of()));
        listeners.add(Sample.listener(app, 80, List.of(), Sample.forward(app)));
        var group = Sample.targetGroup(app);
        groups.add(new TargetGroup(
                group.arn(), app, "instance", "HTTP", 8080, vpc, List.of(balancer.arn()), group.healthCheck()));
        records.add(Sample.alias(app + ".example.com", balancer.dnsName()));
        securityGroups.add(Sample.securityGroup("sg-" + app, Sample.allOut()));
        securityGroups.add(Sample.securityGroup("sg-db-" + app, Sample.fromGroup(3306, "sg-" + app)));
        var members = new ArrayList<ScalingMember>();
        var sick = random.nextInt(25) == 0;
        for (int i = 0; i < size; i++) {
            var z = i % ZONES.length;
            var zone = ZONES[z];
            var id = "i-%d%03d%04d".formatted(number, n, i);
            var subnet = vpc + "-app-" + zone.charAt(zone.length() - 1);
            var base = Sample.instance(
                    id, app, "running", zone, subnet, "10.%d.%d.%d".formatted(number, z, i + 1), List.of("sg-" + app));
            instances.add(new Instance(
                    id,
                    app,
                    base.instanceType(),
                    "running",
                    null,
                    zone,
                    vpc,
                    subnet,
                    base.privateIp(),
                    null,
                    "ami-1",
                    null,
                    null,
                    base.launchedAt(),
                    base.securityGroupIds(),
                    List.of(),
                    Map.of()));
            var failing = sick && random.nextInt(4) == 0 || random.nextInt(400) == 0;
            targets.add(Sample.target(app, id, failing ? "unhealthy" : "healthy", failing ? "Target.Timeout" : null));
            members.add(Sample.member(id, "InService", "Healthy"));
        }
        scalingGroups.add(Sample.scalingGroup(app, 2, size, size * 2, members.toArray(ScalingMember[]::new)));
        if (n % 2 == 0) {
            database(vpc, app, random.nextInt(ZONES.length));
        }
    }

    private void database(String vpc, String app, int z) {
        var status = random.nextInt(40) == 0 ? "storage-full" : "available";
        databases.add(DatabaseSketch.database("db-" + app, it -> {
            it.status = status;
            it.zone = ZONES[z];
            it.allocatedGib = 100;
            it.maxAllocatedGib = null;
            it.vpcId = vpc;
            it.subnetIds = List.of(vpc + "-data-a", vpc + "-data-b", vpc + "-data-d");
            it.securityGroupIds = List.of("sg-db-" + app);
        }));
    }
}
