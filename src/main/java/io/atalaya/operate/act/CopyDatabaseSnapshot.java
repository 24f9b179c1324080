package io.atalaya.operate.act;

import io.atalaya.deployment.ResourceRef;
import org.jspecify.annotations.Nullable;

/**
 * rds:CopyDBSnapshot into another region. It is sent to that region, which fetches the snapshot; the SDK signs the permission
 * for it (PreSignedUrl).
 *
 * @param snapshotId of the snapshot in this region
 * @param snapshotArn of the same, by which the other region finds it
 * @param targetId what the copy is called there
 * @param sourceRegion where the snapshot is
 * @param region where the copy goes
 * @param kmsKeyId of a key in the other region: an encrypted snapshot needs one; null for one that is not encrypted
 */
public record CopyDatabaseSnapshot(
        String snapshotId,
        String snapshotArn,
        String targetId,
        String sourceRegion,
        String region,
        @Nullable String kmsKeyId)
        implements Operation {
    public CopyDatabaseSnapshot {
        Input.identifier(snapshotId);
        Input.identifier(snapshotArn);
        Input.snapshotName(targetId);
        Input.region(sourceRegion);
        Input.region(region);
        Input.require(!region.equals(sourceRegion), "operate.input.otherRegion");
        Input.identifier(kmsKeyId, false);
    }

    @Override
    public ResourceRef on() {
        return Snapshots.ref(snapshotId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.RDS, "CopyDBSnapshot")
                .with("SourceDBSnapshotIdentifier", snapshotArn)
                .with("TargetDBSnapshotIdentifier", targetId)
                .with("KmsKeyId", kmsKeyId)
                .with("CopyTags", true)
                .with("SourceRegion", sourceRegion)
                .to(region);
    }

    /** The other region is not part of the model. */
    @Override
    public Settling settling() {
        return Settling.unseen();
    }
}
