package io.atalaya.ui.compute;

import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LaunchTemplate;
import io.atalaya.deployment.LaunchTemplateVersion;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.compute.GroupUse;
import io.atalaya.deployment.compute.ImageUse;
import io.atalaya.deployment.compute.InstanceFacts;
import io.atalaya.deployment.compute.TemplateUse;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** The columns of the six tables: state first, time last. */
final class ComputeColumns {
    private final Texts texts;
    private final Ages ages;
    private final Units units;
    private final Supplier<Instant> now;

    ComputeColumns(Texts texts, Ages ages, Supplier<Instant> now) {
        this.texts = texts;
        this.ages = ages;
        this.units = new Units(texts.getLocale());
        this.now = now;
    }

    private <F> TableColumn<Row<F>, Seen> state(double width) {
        return held(Columns.<Row<F>>state(texts.get("compute.column.state"), width, Row::seen));
    }

    /** States, ids, addresses and figures are never cut: names and words give way. */
    private static <C extends TableColumn<?, ?>> C held(C column) {
        column.setMinWidth(column.getPrefWidth());
        return column;
    }

    private <F> TableColumn<Row<F>, String> name(double width) {
        return Columns.name(
                texts.get("compute.column.name"), width, row -> row.resource().name());
    }

    private <F> TableColumn<Row<F>, String> id(double width) {
        var column = held(Columns.<Row<F>>mono(
                texts.get("compute.column.id"), width, row -> row.resource().id()));
        column.getStyleClass().add(ColumnWidths.KEEPS);
        return column;
    }

    private <F> TableColumn<Row<F>, String> text(String key, double width, Function<F, @Nullable String> of) {
        return Columns.text(texts.get("compute.column." + key), width, row -> of.apply(row.facts()));
    }

    private <F> TableColumn<Row<F>, String> mono(String key, double width, Function<F, @Nullable String> of) {
        return held(Columns.<Row<F>>mono(texts.get("compute.column." + key), width, row -> of.apply(row.facts())));
    }

    private <F> TableColumn<Row<F>, Integer> count(String key, double width, Function<F, @Nullable Integer> of) {
        return Columns.number(
                texts.get("compute.column." + key), width, row -> of.apply(row.facts()), number -> units.count(number));
    }

    /** A moment, in local time; sorted by itself, not by its words. */
    private <F> TableColumn<Row<F>, Instant> time(String key, double width, Function<F, @Nullable Instant> of) {
        var column = Columns.<Row<F>, Instant>column(
                texts.get("compute.column." + key), width, row -> of.apply(row.facts()));
        column.getStyleClass().add("mono-column");
        held(column);
        column.setComparator(Comparator.nullsFirst(Comparator.naturalOrder()));
        column.setCellFactory(it -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Instant at, boolean empty) {
                super.updateItem(at, empty);
                setText(empty ? null : at == null ? "-" : ages.time(at, now.get()));
            }
        });
        return column;
    }

    List<TableColumn<Row<InstanceFacts>, ?>> instances() {
        var image =
                Columns.<Row<InstanceFacts>, InstanceFacts>column(texts.get("compute.column.image"), 160, Row::facts);
        image.setCellFactory(it -> new ImageCell(texts));
        image.setComparator(Comparator.comparing(ComputeColumns::imageOf));
        return List.of(
                state(84),
                held(name(94)),
                id(112),
                mono("type", 84, it -> it.instance().instanceType()),
                count(
                        "vcpu",
                        44,
                        it -> it.size() == null ? null : (Integer) it.size().vcpus()),
                held(Columns.<Row<InstanceFacts>, Double>number(
                        texts.get("compute.column.memory"),
                        62,
                        row -> row.facts().memoryGib(),
                        units::gib)),
                held(Columns.<Row<InstanceFacts>, Integer>number(
                        texts.get("compute.column.disk"), 68, row -> row.facts().diskGib(), units::gib)),
                text(
                        "system",
                        78,
                        it -> it.system() == null ? null : it.system().name()),
                held(text("zone", 94, it -> it.instance().zone())),
                mono("privateIp", 96, it -> it.instance().privateIp()),
                mono("publicIp", 108, it -> it.instance().publicIp()),
                image,
                held(text(
                        "group",
                        122,
                        it -> it.group() == null ? null : it.group().name())));
    }

    private static String imageOf(InstanceFacts facts) {
        Image image = facts.image();
        Instance instance = facts.instance();
        return image != null ? image.name() : instance.imageId() == null ? "" : instance.imageId();
    }

    List<TableColumn<Row<ImageUse>, ?>> images() {
        return List.of(
                state(100),
                name(190),
                id(160),
                text(
                        "system",
                        100,
                        it -> it.system() == null ? null : it.system().name()),
                text(
                        "base",
                        120,
                        it -> it.base() != null ? it.base().name() : it.image().sourceInstanceId()),
                text(
                        "newest",
                        170,
                        it -> it.newest() == null
                                ? texts.get("compute.image.newest")
                                : texts.get("compute.image.older", it.newest().name())),
                text("startedBy", 140, it -> String.join(", ", it.startedBy())),
                count("instances", 80, ImageUse::instances),
                mono("architecture", 90, it -> it.image().architecture()),
                time("created", 120, it -> it.image().createdAt()));
    }

    List<TableColumn<Row<TemplateUse>, ?>> templates() {
        return List.of(
                state(124),
                name(130),
                id(170),
                mono("version", 70, it -> started(it, version -> String.valueOf(version.number()))),
                mono("versions", 110, it -> versions(it.template())),
                mono("type", 90, it -> started(it, LaunchTemplateVersion::instanceType)),
                text(
                        "image",
                        190,
                        it -> it.image() != null ? it.image().name() : started(it, LaunchTemplateVersion::imageId)),
                text("groups", 150, it -> String.join(", ", it.groups())),
                time("created", 120, it -> started(it, LaunchTemplateVersion::createdAt)));
    }

    /** What the version that is started says; null where that version was not read. */
    private static <V> @Nullable V started(TemplateUse use, Function<LaunchTemplateVersion, @Nullable V> of) {
        var version = use.started();
        return version == null ? null : of.apply(version);
    }

    private String versions(LaunchTemplate template) {
        return texts.get(
                "compute.template.versions",
                String.valueOf(template.defaultVersion()),
                String.valueOf(template.latestVersion()));
    }

    List<TableColumn<Row<GroupUse>, ?>> groups() {
        return List.of(
                state(142),
                name(150),
                count("min", 54, it -> it.group().min()),
                count("desired", 72, it -> it.group().desired()),
                count("max", 54, it -> it.group().max()),
                count("inService", 84, GroupUse::inService),
                text("zones", 160, it -> String.join(", ", it.group().zones())),
                text(
                        "template",
                        120,
                        it -> it.template() == null
                                ? it.group().launchTemplateId()
                                : it.template().name()
                                        + (it.version() == null
                                                ? ""
                                                : " v" + it.version().number())),
                text("image", 160, it -> it.image() == null ? null : it.image().name()),
                text(
                        "behind",
                        110,
                        it -> it.behind() == 0
                                ? texts.get("compute.group.allCurrent")
                                : texts.get("compute.group.behind", it.behind())),
                mono("healthCheck", 84, it -> it.group().healthCheckType()),
                text("suspended", 110, it -> suspended(it.group())),
                time("created", 112, it -> it.group().createdAt()));
    }

    private static @Nullable String suspended(ScalingGroup group) {
        return group.suspendedProcesses().isEmpty() ? null : String.join(", ", group.suspendedProcesses());
    }

    List<TableColumn<Row<Rows.Address>, ?>> addresses() {
        return List.of(
                state(130),
                mono("publicIp", 130, it -> it.address().publicIp()),
                text("addressName", 150, it -> it.address().name()),
                mono("allocation", 200, it -> it.address().allocationId()),
                text("hangsOn", 170, Rows.Address::owner),
                mono(
                        "ownerId",
                        180,
                        it -> it.address().instanceId() != null
                                ? it.address().instanceId()
                                : it.address().networkInterfaceId()),
                mono("privateIp", 130, it -> it.address().privateIp()));
    }

    List<TableColumn<Row<Rows.Disk>, ?>> volumes() {
        return List.of(
                state(90),
                name(150),
                id(180),
                mono("type", 70, it -> it.volume().volumeType()),
                count("size", 80, it -> it.volume().sizeGib()),
                count("iops", 80, it -> it.volume().iops()),
                count("throughput", 90, it -> it.volume().throughputMibps()),
                text("zone", 96, it -> it.volume().zone()),
                text("attachedTo", 150, Rows.Disk::owners),
                mono("device", 100, Rows.Disk::devices),
                text("encrypted", 84, it -> texts.get(it.volume().encrypted() ? "compute.yes" : "compute.no")),
                text("kept", 84, it -> texts.get(it.kept() ? "compute.yes" : "compute.no")),
                time("snapshot", 112, Rows.Disk::snapshotAt),
                time("created", 112, it -> it.volume().createdAt()));
    }

    List<TableColumn<Row<Rows.Member>, ?>> members() {
        return List.of(
                state(106),
                held(name(92)),
                id(158),
                held(text("health", 76, Rows.Member::health)),
                text("zone", 84, it -> it.instance().zone()),
                text("protected", 76, it -> texts.get(it.protect() ? "compute.yes" : "compute.no")));
    }

    List<TableColumn<Rows.Activity, ?>> activities() {
        return List.of(
                held(Columns.<Rows.Activity>mono(
                        texts.get("compute.column.started"),
                        104,
                        it -> ages.time(it.activity().startedAt(), now.get()))),
                held(Columns.<Rows.Activity>state(texts.get("compute.column.state"), 112, Rows.Activity::seen)),
                Columns.<Rows.Activity>text(texts.get("compute.column.activity"), 260, it -> it.activity()
                        .description()),
                Columns.<Rows.Activity>text(
                        texts.get("compute.column.cause"),
                        300,
                        it -> it.activity().statusMessage() == null
                                ? it.activity().cause()
                                : it.activity().statusMessage()));
    }
}
