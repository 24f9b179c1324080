package io.atalaya.operate.act;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * ec2:CreateSnapshot of one volume, which goes on working.
 *
 * @param description null for none
 */
public record CreateVolumeSnapshot(
        String volumeId, @Nullable String description) implements Operation {
    public CreateVolumeSnapshot {
        Input.identifier(volumeId);
        Input.description(description);
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.VOLUME, volumeId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.EC2, "CreateSnapshot")
                .with("VolumeId", volumeId)
                .with("Description", description);
    }

    /** Snapshots of volumes are not part of the model. */
    @Override
    public Settling settling() {
        return Settling.unseen();
    }
}
