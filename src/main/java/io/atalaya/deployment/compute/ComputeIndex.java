package io.atalaya.deployment.compute;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.InstanceCheck;
import io.atalaya.deployment.InstanceType;
import io.atalaya.deployment.LaunchTemplate;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.Volume;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What belongs to a machine, by its id: the look-ups of {@link DeploymentIndex} and those only machines need. */
public final class ComputeIndex {
    private final DeploymentIndex index;
    private final Map<String, List<Volume>> volumesByInstance = new HashMap<>();

    public ComputeIndex(DeploymentIndex index) {
        this.index = index;
        for (var volume : index.deployment().items(Parts.VOLUMES)) {
            for (var attachment : volume.attachments()) {
                volumesByInstance
                        .computeIfAbsent(attachment.instanceId(), unused -> new ArrayList<>(2))
                        .add(volume);
            }
        }
    }

    public Deployment deployment() {
        return index.deployment();
    }

    public @Nullable Instance instance(@Nullable String id) {
        return index.find(Instance.class, ResourceType.INSTANCE, id).orElse(null);
    }

    /** Null for machines that do not run, and while the checks were not read. */
    public @Nullable InstanceCheck check(String instanceId) {
        return index.check(instanceId);
    }

    public @Nullable InstanceType type(String name) {
        return index.type(name);
    }

    /** Null for images of others and for deregistered ones: AWS lists only those the reader asked for. */
    public @Nullable Image image(@Nullable String id) {
        return index.find(Image.class, ResourceType.IMAGE, id).orElse(null);
    }

    public @Nullable LaunchTemplate template(@Nullable String id) {
        return index.find(LaunchTemplate.class, ResourceType.LAUNCH_TEMPLATE, id)
                .orElse(null);
    }

    public @Nullable ScalingGroup groupOf(String instanceId) {
        return index.scalingGroup(instanceId);
    }

    public List<Volume> volumesOf(String instanceId) {
        return volumesByInstance.getOrDefault(instanceId, List.of());
    }

    public List<ElasticIp> addressesOf(String instanceId) {
        return index.addresses(instanceId);
    }
}
