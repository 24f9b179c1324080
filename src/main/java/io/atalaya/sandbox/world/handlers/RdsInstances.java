package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.rds.model.RebootDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.RebootDbInstanceResponse;

/** Database instances and clusters. */
final class RdsInstances {
    private RdsInstances() {}

    static void register(Operations rds) {
        rds.on(
                        "DescribeDBInstances",
                        DescribeDbInstancesRequest.class,
                        DescribeDbInstancesResponse.class,
                        RdsInstances::instances)
                .on(
                        "DescribeDBClusters",
                        DescribeDbClustersRequest.class,
                        DescribeDbClustersResponse.class,
                        RdsInstances::clusters)
                .on(
                        "RebootDBInstance",
                        RebootDbInstanceRequest.class,
                        RebootDbInstanceResponse.class,
                        RdsInstances::reboot)
                .on(
                        "ListTagsForResource",
                        ListTagsForResourceRequest.class,
                        ListTagsForResourceResponse.class,
                        RdsInstances::tags);
    }

    private static DescribeDbInstancesResponse instances(World world, DescribeDbInstancesRequest r, Call call) {
        String wanted = r.dbInstanceIdentifier();
        List<DBInstance> chosen = world.databases().describeInstances(world.now()).stream()
                .filter(i -> wanted == null
                        || i.dbInstanceIdentifier().equalsIgnoreCase(wanted)
                        || i.dbInstanceArn().equals(wanted))
                .toList();
        if (wanted != null && chosen.isEmpty()) {
            throw Rds.noInstance(wanted);
        }
        List<DBInstance> found = Rds.filtered(
                chosen,
                r.filters(),
                Map.of(
                        "db-instance-id", i -> Stream.of(i.dbInstanceIdentifier(), i.dbInstanceArn()),
                        "db-cluster-id", i -> Stream.ofNullable(i.dbClusterIdentifier()),
                        "dbi-resource-id", i -> Stream.of(i.dbiResourceId()),
                        "domain", i -> Stream.empty(),
                        "engine", i -> Stream.of(i.engine())));
        Page<DBInstance> page = Rds.page(found, r.maxRecords(), r.marker());
        return DescribeDbInstancesResponse.builder()
                .dbInstances(page.items())
                .marker(page.token())
                .build();
    }

    private static DescribeDbClustersResponse clusters(World world, DescribeDbClustersRequest r, Call call) {
        String wanted = r.dbClusterIdentifier();
        List<DBCluster> chosen = world.databases().describeClusters(world.now()).stream()
                .filter(c -> wanted == null || c.dbClusterIdentifier().equals(wanted))
                .toList();
        if (wanted != null && chosen.isEmpty()) {
            throw new WireFault(404, "DBClusterNotFoundFault", "DBCluster " + wanted + " not found.");
        }
        Page<DBCluster> page = Rds.page(chosen, r.maxRecords(), r.marker());
        return DescribeDbClustersResponse.builder()
                .dbClusters(page.items())
                .marker(page.token())
                .build();
    }

    private static RebootDbInstanceResponse reboot(World world, RebootDbInstanceRequest r, Call call) {
        String id = r.dbInstanceIdentifier();
        DBInstance instance = available(world, id);
        if (Boolean.TRUE.equals(r.forceFailover()) && !Boolean.TRUE.equals(instance.multiAZ())) {
            throw new WireFault(
                    400,
                    "InvalidParameterCombination",
                    "MultiAZ is not enabled for this DB instance. Failover cannot be forced.");
        }
        if (Boolean.TRUE.equals(r.forceFailover())) {
            world.databases().failOver(id);
        } else {
            world.databases().reboot(id);
        }
        return RebootDbInstanceResponse.builder()
                .dbInstance(world.databases().instances().get(id))
                .build();
    }

    /** The instance, in the one state in which it can be worked on. */
    static DBInstance available(World world, String id) {
        DBInstance instance = world.databases().instances().find(id).orElseThrow(() -> Rds.noInstance(id));
        if (!"available".equals(instance.dbInstanceStatus())) {
            throw new WireFault(
                    400, "InvalidDBInstanceState", "Instance " + id + " is not currently in the available state.");
        }
        return instance;
    }

    private static ListTagsForResourceResponse tags(World world, ListTagsForResourceRequest r, Call call) {
        var databases = world.databases();
        boolean there = databases.instances().stream()
                        .anyMatch(i -> i.dbInstanceArn().equals(r.resourceName()))
                || databases.clusters().stream().anyMatch(c -> c.dbClusterArn().equals(r.resourceName()))
                || databases.snapshots().stream()
                        .anyMatch(s -> s.dbSnapshotArn().equals(r.resourceName()));
        if (!there) {
            throw Rds.noInstance(r.resourceName());
        }
        return ListTagsForResourceResponse.builder()
                .tagList(databases.tags().getOrDefault(r.resourceName(), List.of()))
                .build();
    }
}
