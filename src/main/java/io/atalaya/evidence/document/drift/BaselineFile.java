package io.atalaya.evidence.document.drift;

import io.atalaya.evidence.document.Architecture;
import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.drift.BaselineException.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * Reads a baseline: a saved document, or what a person wrote. That is TOML: an array of tables for each table, with as many
 * columns as one cares for.
 */
public final class BaselineFile {
    private final String file;
    private final Architecture document;

    private BaselineFile(String file, Architecture document) {
        this.file = file;
        this.document = document;
    }

    /**
     * @param document whose tables and columns may be named
     * @throws BaselineException where it is none, with the place
     * @throws IOException where it cannot be read
     */
    public static Baseline read(Path path, Architecture document) throws IOException {
        var text = Files.readString(path, StandardCharsets.UTF_8);
        var file = String.valueOf(path.getFileName());
        return text.stripLeading().startsWith("{")
                ? KeptDocument.read(file, text)
                : new BaselineFile(file, document).written(text);
    }

    private Baseline written(String text) throws BaselineException {
        var toml = Toml.parse(text);
        if (toml.hasErrors()) {
            var first = toml.errors().getFirst();
            throw new BaselineException(Reason.NOT_READABLE, at(first.position()), String.valueOf(first.getMessage()));
        }
        var tables = new ArrayList<Known.Table>();
        for (var key : toml.keySet()) {
            var table = document.table(key)
                    .orElseThrow(() -> new BaselineException(
                            Reason.NO_TABLE, at(toml.inputPositionOf(List.of(key))), key, tableNames()));
            tables.add(new Known.Table(key, true, rows(table, toml, key)));
        }
        return new Baseline(file, null, null, tables);
    }

    private List<Known.Row> rows(Table table, TomlTable toml, String key) throws BaselineException {
        if (!(toml.get(List.of(key)) instanceof TomlArray array)) {
            throw new BaselineException(Reason.NO_VALUE, at(toml.inputPositionOf(List.of(key))));
        }
        var rows = new ArrayList<Known.Row>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof TomlTable row)) {
                throw new BaselineException(Reason.NO_VALUE, at(array.inputPositionOf(i)));
            }
            rows.add(row(table, row));
        }
        return rows;
    }

    private Known.Row row(Table table, TomlTable row) throws BaselineException {
        var cells = new LinkedHashMap<String, String>();
        for (var name : row.keySet()) {
            var at = at(row.inputPositionOf(List.of(name)));
            if (table.column(name) < 0) {
                var all = table.columns().stream().map(it -> it.key()).collect(Collectors.joining(", "));
                throw new BaselineException(Reason.NO_COLUMN, at, name, all);
            }
            var plain = plain(row.get(List.of(name)));
            if (plain == null) {
                throw new BaselineException(Reason.NO_VALUE, at);
            }
            cells.put(name, plain);
        }
        return new Known.Row(null, cells);
    }

    private static @Nullable String plain(@Nullable Object value) {
        if (value instanceof String text) {
            return text.strip();
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value instanceof TomlArray array) {
            return array.toList().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value instanceof Long number ? number.toString() : null;
    }

    private String tableNames() {
        return document.tables().stream().map(Table::key).collect(Collectors.joining(", "));
    }

    private String at(@Nullable TomlPosition position) {
        return position == null ? file : file + ":" + position.line() + ":" + position.column();
    }
}
