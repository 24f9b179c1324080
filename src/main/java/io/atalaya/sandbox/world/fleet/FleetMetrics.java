package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.Target;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.metrics.MetricKey;
import io.atalaya.sandbox.world.metrics.Metrics;
import io.atalaya.sandbox.world.metrics.Series;
import io.atalaya.sandbox.world.metrics.Signal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The metrics of a company: none is made before somebody asks for it, for ten thousand instances have very many. */
final class FleetMetrics implements Metrics.Family {
    private static final List<String> OF_INSTANCE =
            List.of("CPUUtilization", "NetworkIn", "NetworkOut", "StatusCheckFailed");
    private static final List<String> OF_BALANCER = List.of(
            "RequestCount",
            "TargetResponseTime",
            "HTTPCode_Target_5XX_Count",
            "HTTPCode_ELB_5XX_Count",
            "ActiveFlowCount",
            "ProcessedBytes");
    private static final List<String> OF_GROUP = List.of("HealthyHostCount", "UnHealthyHostCount");
    private static final List<String> OF_DATABASE = List.of(
            "CPUUtilization",
            "DatabaseConnections",
            "ReadLatency",
            "WriteLatency",
            "FreeStorageSpace",
            "FreeableMemory",
            "AuroraReplicaLag");
    private static final List<String> OF_FILES =
            List.of("TotalIOBytes", "MeteredIOBytes", "PermittedThroughput", "PercentIOLimit", "ClientConnections");
    private static final double GIB = 1L << 30;

    private final World world;
    private final Rush rush;
    private final Map<String, Service> byInstance = new HashMap<>();
    private final Map<String, Service> byDatabase = new HashMap<>();
    private final Map<String, Service> byFileSystem = new HashMap<>();
    private final Map<String, Service> byTargetGroup = new HashMap<>();
    private final Map<String, String> balancerOfGroup = new HashMap<>();
    private final Map<String, List<Service>> byBalancer = new HashMap<>();

    FleetMetrics(World world, Names names, Company company, Rush rush) {
        this.world = world;
        this.rush = rush;
        for (Service service : company.services()) {
            for (int i = 0; i < service.size(); i++) {
                byInstance.put(names.instance(service, i), service);
            }
        }
        FleetData.databases(company).forEach(s -> byDatabase.put(s.name(), s));
        Service books = FleetData.databases(company).getFirst();
        byDatabase.put(FleetCluster.instance(0), books);
        byDatabase.put(FleetCluster.instance(1), books);
        FleetData.fileSystems(company).forEach(s -> byFileSystem.put(FleetData.fileSystemId(s, world.dice()), s));
        for (var front : FleetBalancers.fronts(company)) {
            String balancer = after(names.balancerArn(front.site(), front.index()), "loadbalancer/");
            byBalancer.put(balancer, front.services());
            for (Service service : front.services()) {
                String group = "targetgroup/" + after(names.targetGroupArn(service), "targetgroup/");
                byTargetGroup.put(group, service);
                balancerOfGroup.put(group, balancer);
            }
        }
    }

    @Override
    public Optional<Series> find(MetricKey key) {
        return Optional.ofNullable(signal(key)).map(signal -> new Series(key, unit(key), kind(key), 60, signal));
    }

    @Override
    public Stream<MetricKey> keys() {
        return Stream.of(
                        keys("AWS/EC2", "InstanceId", byInstance, OF_INSTANCE),
                        byBalancer.keySet().stream().flatMap(b -> OF_BALANCER.stream()
                                .map(m -> new MetricKey(namespace(b), m, Map.of("LoadBalancer", b)))),
                        balancerOfGroup.entrySet().stream().flatMap(e -> OF_GROUP.stream()
                                .map(m -> new MetricKey(
                                        namespace(e.getValue()),
                                        m,
                                        Map.of("LoadBalancer", e.getValue(), "TargetGroup", e.getKey())))),
                        keys("AWS/RDS", "DBInstanceIdentifier", byDatabase, OF_DATABASE),
                        keys("AWS/EFS", "FileSystemId", byFileSystem, OF_FILES))
                .flatMap(keys -> keys)
                .filter(key -> signal(key) != null);
    }

    private static Stream<MetricKey> keys(
            String namespace, String dimension, Map<String, Service> owners, List<String> metrics) {
        return owners.keySet().stream()
                .flatMap(id -> metrics.stream().map(m -> new MetricKey(namespace, m, Map.of(dimension, id))));
    }

    private static String namespace(String balancer) {
        return balancer.startsWith("net/") ? "AWS/NetworkELB" : "AWS/ApplicationELB";
    }

    private @Nullable Signal signal(MetricKey key) {
        return switch (key.namespace()) {
            case "AWS/EC2" -> {
                String id = key.dimensions().getOrDefault("InstanceId", "");
                Service service = byInstance.get(id);
                yield service == null ? null : ofInstance(service, id, key.name());
            }
            case "AWS/ApplicationELB", "AWS/NetworkELB" -> balancing(key);
            case "AWS/RDS" -> {
                if (FleetCluster.ID.equals(key.dimensions().get("DBClusterIdentifier"))) {
                    yield key.name().equals("VolumeBytesUsed") ? this::volume : null;
                }
                String database = key.dimensions().getOrDefault("DBInstanceIdentifier", "");
                Service service = byDatabase.get(database);
                yield service == null ? null : ofDatabase(service, database, key.name());
            }
            case "AWS/EFS" -> {
                Service service = byFileSystem.get(key.dimensions().get("FileSystemId"));
                yield service == null ? null : ofFiles(service, key);
            }
            default -> null;
        };
    }

    private @Nullable Signal balancing(MetricKey key) {
        String balancer = key.dimensions().get("LoadBalancer");
        if (balancer == null || !key.namespace().equals(namespace(balancer))) {
            return null;
        }
        String group = key.dimensions().get("TargetGroup");
        if (group == null) {
            return byBalancer.containsKey(balancer)
                    ? ofBalancer(byBalancer.get(balancer), balancer.startsWith("net/"), key.name())
                    : null;
        }
        return balancer.equals(balancerOfGroup.get(group)) ? ofGroup(group, key.name()) : null;
    }

    private @Nullable Signal ofInstance(Service service, String id, String metric) {
        Signal signal =
                switch (metric) {
                    case "CPUUtilization" ->
                        t -> Math.min(98, rush.wobble(id, t, 6 + rush.requests(service, t) * 0.9, 0.15));
                    case "NetworkIn" -> t -> rush.requests(service, t) * 60 * 4_000;
                    case "NetworkOut" -> t -> rush.requests(service, t) * 60 * 21_000;
                    case "StatusCheckFailed" -> t -> 0;
                    default -> null;
                };
        return signal == null
                ? null
                : signal.when(t -> world.instances().running(id).at(Instant.ofEpochSecond(t)));
    }

    private @Nullable Signal ofBalancer(List<Service> services, boolean network, String metric) {
        Signal all = t -> services.stream()
                .mapToDouble(s -> 60 * s.size() * rush.requests(s, t))
                .sum();
        if (network) {
            return switch (metric) {
                case "ActiveFlowCount" -> t -> Math.rint(all.at(t) / 40);
                case "ProcessedBytes" -> t -> all.at(t) * 18_000;
                default -> null;
            };
        }
        return switch (metric) {
            case "RequestCount" -> all;
            case "TargetResponseTime" -> t -> rush.wobble(services.getFirst().name() + "-latency", t, 0.07, 0.2);
            case "HTTPCode_Target_5XX_Count" -> t -> all.at(t) * 0.0004;
            case "HTTPCode_ELB_5XX_Count" -> t -> all.at(t) * 0.00002;
            default -> null;
        };
    }

    private @Nullable Signal ofGroup(String group, String metric) {
        if (!OF_GROUP.contains(metric)) {
            return null;
        }
        String arn = world.account().arn("elasticloadbalancing", group);
        boolean healthy = metric.equals("HealthyHostCount");
        return t -> world.targets().of(arn).stream()
                .map(Target::healthy)
                .filter(spans -> spans.at(Instant.ofEpochSecond(t + 59)) == healthy)
                .count();
    }

    private @Nullable Signal ofDatabase(Service service, String name, String metric) {
        boolean shared = name.startsWith(FleetCluster.ID + '-');
        return switch (metric) {
            case "CPUUtilization" -> t -> Math.min(97, rush.wobble(name, t, 8 + rush.requests(service, t), 0.1));
            case "DatabaseConnections" -> t -> Math.rint(20 + rush.requests(service, t) * 3);
            case "ReadLatency" -> t -> rush.wobble(name + "r", t, 0.0014, 0.3);
            case "WriteLatency" -> t -> rush.wobble(name + "w", t, 0.0021, 0.3);
            case "FreeableMemory" -> t -> rush.wobble(name + "m", t, 3.1 * GIB, 0.02);
            case "AuroraReplicaLag" ->
                name.equals(FleetCluster.instance(1)) ? t -> rush.wobble(name + "l", t, 17, 0.2) : null;
            case "FreeStorageSpace" -> shared ? null : t -> free(service, name, t);
            default -> null;
        };
    }

    private double free(Service service, String name, long t) {
        return (service.number() % 23 == 4 ? 6 : 60 + service.number() % 100)
                * GIB
                * (1 + 0.001 * world.dice().noise(name, t, 900));
    }

    /** What Aurora stores: a little more each day. */
    private double volume(long t) {
        double days = (t - world.start().getEpochSecond()) / 86_400.0;
        return (412 + 1.3 * days) * GIB;
    }

    private @Nullable Signal ofFiles(Service service, MetricKey key) {
        String storage = key.dimensions().get("StorageClass");
        if (key.name().equals("StorageBytes")) {
            return "Total".equals(storage) || "Standard".equals(storage)
                    ? t -> FleetData.sizeAt(service, world.dice(), Instant.ofEpochSecond(t))
                    : null;
        }
        return switch (key.name()) {
            case "PermittedThroughput" -> t -> 3 * GIB;
            case "TotalIOBytes", "MeteredIOBytes" -> t -> rush.requests(service, t) * 60 * 90_000;
            case "PercentIOLimit" -> t -> Math.min(90, rush.requests(service, t) * 0.4);
            case "ClientConnections" -> t -> service.size();
            default -> null;
        };
    }

    private static Series.Kind kind(MetricKey key) {
        return switch (key.name()) {
            case "RequestCount", "HTTPCode_Target_5XX_Count", "HTTPCode_ELB_5XX_Count" -> Series.Kind.COUNT;
            case "TargetResponseTime" -> Series.Kind.LATENCY;
            default -> Series.Kind.GAUGE;
        };
    }

    private static String unit(MetricKey key) {
        return switch (key.name()) {
            case "CPUUtilization", "PercentIOLimit" -> "Percent";
            case "TargetResponseTime", "ReadLatency", "WriteLatency" -> "Seconds";
            case "NetworkIn",
                    "NetworkOut",
                    "ProcessedBytes",
                    "TotalIOBytes",
                    "MeteredIOBytes",
                    "StorageBytes",
                    "FreeStorageSpace",
                    "FreeableMemory" -> "Bytes";
            case "VolumeBytesUsed" -> "Bytes";
            case "AuroraReplicaLag" -> "Milliseconds";
            case "PermittedThroughput" -> "Bytes/Second";
            default -> "Count";
        };
    }

    private static String after(String arn, String mark) {
        return arn.substring(arn.indexOf(mark) + mark.length());
    }
}
