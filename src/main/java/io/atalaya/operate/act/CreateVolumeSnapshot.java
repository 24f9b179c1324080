package io.atalaya.operate.act;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.VolumeSnapshot;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** By the volume's snapshot that was not there before; whether one is new nobody can tell who did not see the old ones. */
    @Override
    public Settling settling() {
        return new Settling(Set.of(Parts.VOLUME_SNAPSHOTS), Duration.ofHours(2), (before, now) -> {
            if (before.observed(Parts.VOLUME_SNAPSHOTS).value() == null) {
                return Progress.underWay("");
            }
            var old = before.items(Parts.VOLUME_SNAPSHOTS).stream()
                    .map(VolumeSnapshot::id)
                    .collect(Collectors.toSet());
            return now.items(Parts.VOLUME_SNAPSHOTS).stream()
                    .filter(it -> it.volumeId().equals(volumeId) && !old.contains(it.id()))
                    .findFirst()
                    .map(CreateVolumeSnapshot::progress)
                    .orElseGet(() -> Progress.underWay(""));
        });
    }

    private static Progress progress(VolumeSnapshot snapshot) {
        var words = snapshot.id() + " " + snapshot.state();
        return switch (snapshot.state()) {
            case "completed" -> Progress.done(snapshot.id());
            case "error" -> Progress.failed(words);
            default -> Progress.underWay(words);
        };
    }
}
