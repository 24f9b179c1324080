package io.atalaya.evidence.document.chapter;

import static io.atalaya.evidence.document.Column.mono;
import static io.atalaya.evidence.document.Column.number;
import static io.atalaya.evidence.document.Column.text;

import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.LaunchTemplate;
import io.atalaya.deployment.LaunchTemplateVersion;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.compute.ComputeIndex;
import io.atalaya.deployment.compute.InstanceFacts;
import io.atalaya.deployment.compute.OperatingSystem;
import io.atalaya.evidence.document.Block;
import io.atalaya.evidence.document.Block.Paragraph;
import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Chapter;
import io.atalaya.evidence.document.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Machines, the groups that start them, their fixed addresses and their images. */
final class ComputeChapter {
    private final TableMaker tables;

    ComputeChapter(TableMaker tables) {
        this.tables = tables;
    }

    Chapter instances() {
        return new Chapter("instances", List.of(machines(), scalingGroups()));
    }

    private Table machines() {
        var rows = InstanceFacts.all(new ComputeIndex(tables.index())).stream()
                .map(this::machine)
                .toList();
        return tables.table(
                "instances",
                List.of(
                        text("name", 15),
                        mono("type", 11),
                        text("os", 12),
                        number("cores", 7),
                        number("ramGib", 8),
                        number("diskGib", 8),
                        mono("zone", 12),
                        text("state", 9).passing(),
                        mono("id", 19).passing()),
                rows,
                Parts.INSTANCES,
                Parts.INSTANCE_TYPES,
                Parts.VOLUMES,
                Parts.IMAGES);
    }

    private Row machine(InstanceFacts it) {
        var instance = it.instance();
        var size = it.size();
        var memory = it.memoryGib();
        var disk = it.diskGib();
        return Row.of(
                instance.id(),
                Cell.text(instance.name()),
                Cell.text(instance.instanceType()),
                system(it.system()),
                size == null ? Cell.UNREAD : Cell.number(size.vcpus()),
                memory == null ? Cell.UNREAD : Cell.number(memory.doubleValue()),
                disk == null ? Cell.UNREAD : Cell.number(disk.intValue()),
                Cell.text(instance.zone()),
                Cell.text(instance.state()),
                Cell.text(instance.id()));
    }

    /** EC2 itself knows the platform only: while the images are not read, that would look like another system. */
    private Cell system(@org.jspecify.annotations.Nullable OperatingSystem system) {
        var fromPlatform = system == null || system.toldBy() == null;
        return fromPlatform && !tables.read(Parts.IMAGES)
                ? Cell.UNREAD
                : system == null ? Cell.NONE : Cell.text(system.name());
    }

    private Table scalingGroups() {
        var rows = tables.deployment().items(Parts.SCALING_GROUPS).stream()
                .map(this::scalingGroup)
                .toList();
        return tables.table(
                "scaling-groups",
                List.of(
                        text("name", 19),
                        number("minimum", 8),
                        number("desired", 8).passing(),
                        number("maximum", 8),
                        number("members", 8).passing(),
                        mono("zones", 16),
                        text("launchTemplate", 16),
                        mono("version", 9),
                        text("healthCheck", 10)),
                rows,
                Parts.SCALING_GROUPS,
                Parts.LAUNCH_TEMPLATES);
    }

    private Row scalingGroup(ScalingGroup it) {
        return Row.of(
                it.name(),
                Cell.text(it.name()),
                Cell.number(it.min()),
                Cell.number(it.desired()),
                Cell.number(it.max()),
                Cell.number(it.members().size()),
                Cell.texts(it.zones().stream().sorted().toList()),
                tables.name(ResourceType.LAUNCH_TEMPLATE, it.launchTemplateId()),
                Cell.text(it.launchTemplateVersion()),
                Cell.text(it.healthCheckType()));
    }

    Chapter addresses() {
        var rows = tables.deployment().items(Parts.ELASTIC_IPS).stream()
                .map(this::address)
                .toList();
        var blocks = new ArrayList<Block>();
        if (tables.read(Parts.INSTANCES) && tables.read(Parts.ELASTIC_IPS)) {
            blocks.add(covered());
        }
        blocks.add(tables.table(
                "elastic-ips",
                List.of(
                        mono("address", 16),
                        text("attachedTo", 22),
                        mono("attachedId", 22).passing(),
                        mono("privateIp", 15).passing(),
                        mono("id", 25).passing()),
                rows,
                Parts.ELASTIC_IPS,
                Parts.INSTANCES));
        return new Chapter("addresses", blocks);
    }

    private Paragraph covered() {
        var fixed = new TreeSet<String>();
        tables.deployment().items(Parts.ELASTIC_IPS).stream()
                .map(ElasticIp::instanceId)
                .filter(Objects::nonNull)
                .forEach(fixed::add);
        var all = tables.deployment().items(Parts.INSTANCES);
        var have = all.stream().filter(it -> fixed.contains(it.id())).count();
        return new Paragraph("addresses.covered", List.of(have, all.size()));
    }

    private Row address(ElasticIp it) {
        var instance = it.instanceId();
        var attached = instance != null ? instance : it.networkInterfaceId();
        return Row.of(
                it.allocationId(),
                Cell.text(it.publicIp()),
                instance != null ? tables.name(ResourceType.INSTANCE, instance) : Cell.text(attached),
                Cell.text(attached),
                Cell.text(it.privateIp()),
                Cell.text(it.allocationId()));
    }

    Chapter images() {
        return new Chapter("images", List.of(imageTable(), templates()));
    }

    private Table imageTable() {
        var deployment = tables.deployment();
        var rows = deployment.items(Parts.IMAGES).stream().map(this::image).toList();
        return tables.table(
                "images",
                List.of(
                        text("name", 24),
                        mono("id", 19),
                        text("os", 11),
                        mono("created", 23),
                        text("madeFrom", 13),
                        number("usedBy", 10).passing()),
                rows,
                Parts.IMAGES,
                Parts.INSTANCES);
    }

    private Row image(Image it) {
        var system = OperatingSystem.of(it, tables.index());
        var uses = tables.deployment().items(Parts.INSTANCES).stream()
                .filter(each -> it.id().equals(each.imageId()))
                .count();
        return Row.of(
                it.id(),
                Cell.text(it.name()),
                Cell.text(it.id()),
                system.map(found -> Cell.text(found.name())).orElse(Cell.NONE),
                Cell.moment(it.createdAt()),
                tables.name(ResourceType.INSTANCE, it.sourceInstanceId()),
                tables.where(Parts.INSTANCES, Cell.number(uses)));
    }

    private Table templates() {
        var rows = new ArrayList<Row>();
        for (var template : tables.deployment().items(Parts.LAUNCH_TEMPLATES)) {
            for (var version : template.versions()) {
                rows.add(template(template, version));
            }
        }
        return tables.table(
                "launch-templates",
                List.of(
                        text("name", 24),
                        number("version", 9),
                        text("default", 10),
                        mono("type", 13),
                        text("image", 24),
                        text("securityGroups", 20)),
                rows,
                Parts.LAUNCH_TEMPLATES,
                Parts.IMAGES,
                Parts.SECURITY_GROUPS);
    }

    private Row template(LaunchTemplate it, LaunchTemplateVersion version) {
        return Row.of(
                it.id() + " " + version.number(),
                Cell.text(it.name()),
                Cell.number(version.number()),
                Cell.yesNo(version.isDefault()),
                Cell.text(version.instanceType()),
                tables.name(ResourceType.IMAGE, version.imageId()),
                tables.names(ResourceType.SECURITY_GROUP, version.securityGroupIds()));
    }
}
