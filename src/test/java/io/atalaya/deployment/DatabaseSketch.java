package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A database of which a test says only what it is about; the rest is that of the CheckOP document. */
public final class DatabaseSketch {
    public @Nullable String clusterId = null;
    public String engine = "mysql";
    public String engineVersion = "8.0.39";
    public String instanceClass = "db.r5.xlarge";
    public String status = "available";
    public @Nullable String zone = "us-east-1a";
    public @Nullable String secondaryZone = null;
    public boolean multiAz = false;
    public @Nullable String endpoint;
    public @Nullable Integer port = 3306;
    public int allocatedGib = 217;
    public @Nullable Integer maxAllocatedGib = 1000;
    public @Nullable String storageType = "gp3";
    public boolean encrypted = true;
    public boolean publiclyAccessible = false;
    public boolean deletionProtection = true;
    public int backupRetentionDays = 7;
    public @Nullable Instant latestRestorableAt = Sample.NOW;
    public @Nullable Instant createdAt = Sample.NOW;
    public @Nullable String vpcId = "vpc-1";
    public List<String> subnetIds = List.of("subnet-data-1a", "subnet-data-1d");
    public List<String> securityGroupIds = List.of("sg-rds");
    public @Nullable String replicaOf = null;
    public List<String> replicaIds = List.of();
    public @Nullable Instant caCertificateValidUntil = null;
    public List<String> pendingModifications = List.of();
    public Map<String, String> tags = Map.of();
    public DatabaseSettings settings = DatabaseSettings.NONE;

    private final String id;

    private DatabaseSketch(String id) {
        this.id = id;
        this.endpoint = id + ".c1x.us-east-1.rds.amazonaws.com";
    }

    /** A database with what the test says of it. */
    public static Database database(String id, Consumer<DatabaseSketch> said) {
        var sketch = new DatabaseSketch(id);
        said.accept(sketch);
        return sketch.made();
    }

    /** An instance of an Aurora cluster. */
    public static Database member(String id, String clusterId) {
        return database(id, it -> {
            it.clusterId = clusterId;
            it.engine = "aurora-mysql";
            it.storageType = "aurora";
            it.allocatedGib = 1;
            it.maxAllocatedGib = null;
            it.latestRestorableAt = null;
        });
    }

    private Database made() {
        return new Database(
                id,
                "arn:aws:rds:us-east-1:111122223333:db:" + id,
                clusterId,
                engine,
                engineVersion,
                instanceClass,
                status,
                zone,
                secondaryZone,
                multiAz,
                endpoint,
                port,
                allocatedGib,
                maxAllocatedGib,
                storageType,
                encrypted,
                publiclyAccessible,
                deletionProtection,
                backupRetentionDays,
                latestRestorableAt,
                createdAt,
                vpcId,
                subnetIds,
                securityGroupIds,
                replicaOf,
                replicaIds,
                caCertificateValidUntil,
                pendingModifications,
                tags,
                settings);
    }
}
