package io.atalaya.evidence.document.chapter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceType;
import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Column;
import io.atalaya.evidence.document.Reading;
import io.atalaya.evidence.document.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes tables of a snapshot: rows in an order that does not depend on AWS's, and what was read for them. */
final class TableMaker {
    private final Deployment deployment;

    TableMaker(Deployment deployment) {
        this.deployment = deployment;
    }

    Deployment deployment() {
        return deployment;
    }

    DeploymentIndex index() {
        return deployment.index();
    }

    /** Rows by their first cell, then their identifier. */
    Table table(String key, List<Column> columns, List<Row> rows, Part<?> source, Part<?>... besides) {
        return table(key, columns, rows, List.of(source), besides);
    }

    /** The same of several parts: it is empty only where none of them has any. */
    Table table(String key, List<Column> columns, List<Row> rows, List<Part<?>> sources, Part<?>... besides) {
        var sorted = new ArrayList<>(rows);
        sorted.sort(
                Comparator.comparing((Row it) -> plain(it.cells().getFirst())).thenComparing(Row::id));
        return new Table(key, true, columns, sorted, sources.size(), readings(sources, besides));
    }

    /** Rows in the order they come, each of something that its first cell names. */
    Table belonging(String key, List<Column> columns, List<Row> rows, Part<?> source, Part<?>... besides) {
        return belonging(key, columns, rows, List.of(source), besides);
    }

    Table belonging(String key, List<Column> columns, List<Row> rows, List<Part<?>> sources, Part<?>... besides) {
        return new Table(key, false, columns, rows, sources.size(), readings(sources, besides));
    }

    private List<Reading> readings(List<Part<?>> sources, Part<?>... besides) {
        return Stream.concat(sources.stream(), Stream.of(besides))
                .map(it -> Reading.of(deployment, it))
                .toList();
    }

    private static String plain(Cell cell) {
        var plain = cell.plain();
        return plain == null ? "" : plain;
    }

    boolean read(Part<?> part) {
        return Reading.of(deployment, part).read();
    }

    /** A cell that can be filled only where a part was read. */
    Cell where(Part<?> part, Cell cell) {
        return read(part) ? cell : Cell.UNREAD;
    }

    /** What a person calls another resource; its id where AWS has no such one, or it was not read. */
    Cell name(ResourceType type, @Nullable String id) {
        return id == null || id.isEmpty() ? Cell.NONE : names(type, List.of(id));
    }

    Cell names(ResourceType type, Collection<String> ids) {
        var names = ids.stream().map(id -> nameOf(type, id)).sorted().toList();
        return known(type, ids) ? Cell.texts(names) : new Cell.Guess(String.join(", ", names));
    }

    String nameOf(ResourceType type, String id) {
        return index().find(Resource.class, type, id).map(Resource::name).orElse(id);
    }

    /** Whether an id that stands for a name does so because there is no such resource. */
    boolean known(ResourceType type, Collection<String> ids) {
        var part = partOf(type);
        return part == null
                || Reading.of(deployment, part).tellsAbsence()
                || ids.stream()
                        .allMatch(id -> index().find(Resource.class, type, id).isPresent());
    }

    private static @Nullable Part<?> partOf(ResourceType type) {
        return switch (type) {
            case INSTANCE -> Parts.INSTANCES;
            case IMAGE -> Parts.IMAGES;
            case SECURITY_GROUP -> Parts.SECURITY_GROUPS;
            case TARGET_GROUP -> Parts.TARGET_GROUPS;
            case LOAD_BALANCER -> Parts.LOAD_BALANCERS;
            case HOSTED_ZONE -> Parts.HOSTED_ZONES;
            case FILE_SYSTEM -> Parts.FILE_SYSTEMS;
            case SUBNET -> Parts.SUBNETS;
            case VPC -> Parts.VPCS;
            case LAUNCH_TEMPLATE -> Parts.LAUNCH_TEMPLATES;
            default -> null;
        };
    }
}
