package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Table;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.Volume;

/** The instances of a region and what they are made from. */
public final class Compute {
    private final Table<Instance> instances = new Table<>(Instance::instanceId);
    private final Table<Image> images = new Table<>(Image::imageId);
    private final Table<Volume> volumes = new Table<>(Volume::volumeId);
    private final Table<Snapshot> snapshots = new Table<>(Snapshot::snapshotId);
    private final Table<LaunchTemplate> templates = new Table<>(LaunchTemplate::launchTemplateId);
    private final Table<LaunchTemplateVersion> templateVersions =
            new Table<>(v -> v.launchTemplateId() + ':' + v.versionNumber());

    public Table<Instance> instances() {
        return instances;
    }

    public Table<Image> images() {
        return images;
    }

    public Table<Volume> volumes() {
        return volumes;
    }

    public Table<Snapshot> snapshots() {
        return snapshots;
    }

    public Table<LaunchTemplate> templates() {
        return templates;
    }

    public Table<LaunchTemplateVersion> templateVersions() {
        return templateVersions;
    }
}
