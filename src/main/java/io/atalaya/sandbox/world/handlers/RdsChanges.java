package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.StartDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.StartDbInstanceResponse;
import software.amazon.awssdk.services.rds.model.StopDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.StopDbInstanceResponse;

/** Starting, stopping and modifying database instances. */
final class RdsChanges {
    private static final int LARGEST_GIB = 65_536;

    private RdsChanges() {}

    static void register(Operations rds) {
        rds.on("StartDBInstance", StartDbInstanceRequest.class, StartDbInstanceResponse.class, RdsChanges::start)
                .on("StopDBInstance", StopDbInstanceRequest.class, StopDbInstanceResponse.class, RdsChanges::stop)
                .on(
                        "ModifyDBInstance",
                        ModifyDbInstanceRequest.class,
                        ModifyDbInstanceResponse.class,
                        RdsChanges::modify);
    }

    private static StartDbInstanceResponse start(World world, StartDbInstanceRequest r, Call call) {
        String id = r.dbInstanceIdentifier();
        DBInstance instance = world.databases().instances().find(id).orElseThrow(() -> Rds.noInstance(id));
        if (!"stopped".equals(instance.dbInstanceStatus())) {
            throw new WireFault(400, "InvalidDBInstanceState", "Instance " + id + " is not stopped.");
        }
        world.databaseWork().start(id);
        return StartDbInstanceResponse.builder()
                .dbInstance(world.databases().instances().get(id))
                .build();
    }

    private static StopDbInstanceResponse stop(World world, StopDbInstanceRequest r, Call call) {
        DBInstance instance = RdsInstances.available(world, r.dbInstanceIdentifier());
        if (instance.dbClusterIdentifier() != null) {
            throw new WireFault(400, "InvalidDBInstanceState", "A member of a DB cluster is stopped with its cluster.");
        }
        if (instance.readReplicaSourceDBInstanceIdentifier() != null
                || instance.hasReadReplicaDBInstanceIdentifiers()
                        && !instance.readReplicaDBInstanceIdentifiers().isEmpty()) {
            throw new WireFault(
                    400, "InvalidDBInstanceState", "An instance that is or has a read replica cannot be stopped.");
        }
        world.databaseWork().stop(r.dbInstanceIdentifier());
        return StopDbInstanceResponse.builder()
                .dbInstance(world.databases().instances().get(r.dbInstanceIdentifier()))
                .build();
    }

    private static ModifyDbInstanceResponse modify(World world, ModifyDbInstanceRequest r, Call call) {
        String id = r.dbInstanceIdentifier();
        DBInstance instance = world.databases().instances().find(id).orElseThrow(() -> Rds.noInstance(id));
        boolean usable = "available".equals(instance.dbInstanceStatus())
                || "storage-optimization".equals(instance.dbInstanceStatus())
                || ("storage-full".equals(instance.dbInstanceStatus()) && r.allocatedStorage() != null);
        if (!usable) {
            throw new WireFault(400, "InvalidDBInstanceState", "Database instance is not in available state.");
        }
        storage(world, instance, r.allocatedStorage());
        int allocated = r.allocatedStorage() == null ? instance.allocatedStorage() : r.allocatedStorage();
        maximum(allocated, r.maxAllocatedStorage());
        if (r.backupRetentionPeriod() != null && (r.backupRetentionPeriod() < 0 || r.backupRetentionPeriod() > 35)) {
            throw new WireFault(
                    400,
                    "InvalidParameterValue",
                    "Invalid backup retention period: " + r.backupRetentionPeriod()
                            + ". Retention period must be between 0 and 35");
        }
        if (r.dbInstanceClass() != null && !r.dbInstanceClass().startsWith("db.")) {
            throw new WireFault(400, "InvalidParameterValue", "Invalid DB Instance class: " + r.dbInstanceClass());
        }
        world.databaseWork().modify(r);
        return ModifyDbInstanceResponse.builder()
                .dbInstance(world.databases().instances().get(id))
                .build();
    }

    private static void storage(World world, DBInstance instance, @Nullable Integer gib) {
        if (gib == null || gib.equals(instance.allocatedStorage())) {
            return;
        }
        if (gib < instance.allocatedStorage() || gib > LARGEST_GIB) {
            throw new WireFault(
                    400,
                    "InvalidParameterValue",
                    "Invalid storage size for engine name " + instance.engine() + " and storage type "
                            + instance.storageType() + ": " + gib);
        }
        if (gib < Math.ceil(instance.allocatedStorage() * 1.1)) {
            throw new WireFault(
                    400,
                    "InvalidParameterCombination",
                    "The allocated storage size must be at least 10 percent greater than the current one");
        }
        if (world.databaseWork().isStorageSettling(instance.dbInstanceIdentifier())) {
            throw new WireFault(
                    400,
                    "InvalidParameterCombination",
                    "You can't currently modify the storage of this DB instance because the previous storage change is"
                            + " being optimized.");
        }
    }

    /** A limit equal to what is allocated turns the growing off. */
    private static void maximum(int allocated, @Nullable Integer gib) {
        if (gib != null && gib != allocated && gib < Math.ceil(allocated * 1.1)) {
            throw new WireFault(
                    400,
                    "InvalidParameterCombination",
                    "Max storage size must be greater than " + (int) Math.ceil(allocated * 1.1));
        }
    }
}
