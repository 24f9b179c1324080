package io.atalaya.evidence.document.chapter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Part;
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
    Table table(String key, List<Column> columns, List<Row> rows, Part<?> main, Part<?>... besides) {
        var sorted = new ArrayList<>(rows);
        sorted.sort(
                Comparator.comparing((Row it) -> plain(it.cells().getFirst())).thenComparing(Row::id));
        return made(key, true, columns, sorted, main, besides);
    }

    /** Rows in the order they come, each of something that its first cell names. */
    Table belonging(String key, List<Column> columns, List<Row> rows, Part<?> main, Part<?>... besides) {
        return made(key, false, columns, rows, main, besides);
    }

    private Table made(
            String key, boolean named, List<Column> columns, List<Row> rows, Part<?> main, Part<?>... besides) {
        var readings = new ArrayList<Reading>();
        readings.add(Reading.of(deployment, main));
        for (var part : besides) {
            readings.add(Reading.of(deployment, part));
        }
        return new Table(key, named, columns, rows, readings);
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

    /** What a person calls another resource; its id where it was not read. */
    Cell name(ResourceType type, @Nullable String id) {
        return id == null || id.isEmpty() ? Cell.NONE : Cell.text(nameOf(type, id));
    }

    String nameOf(ResourceType type, String id) {
        return index().find(Resource.class, type, id).map(Resource::name).orElse(id);
    }

    Cell names(ResourceType type, Collection<String> ids) {
        return Cell.texts(ids.stream().map(id -> nameOf(type, id)).sorted().toList());
    }
}
