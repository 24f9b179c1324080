package io.atalaya.evidence.document.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atalaya.evidence.document.Architecture;
import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.drift.BaselineException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** A document as JSON beside it: the same whatever its language, to be compared with a later one. */
public final class KeptDocument {
    private static final String FORMAT = "atalaya-architecture/1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KeptDocument() {}

    /** UTF-8. */
    public static byte[] write(Architecture document) {
        var root = JSON.createObjectNode();
        root.put("format", FORMAT);
        var head = document.head();
        root.put("deployment", head.deployment());
        root.put("origin", head.origin().name());
        if (head.endpoint() != null) {
            root.put("endpoint", head.endpoint());
        }
        root.put("account", head.account());
        root.put("region", head.region());
        root.put("caller", head.caller());
        root.put("madeAt", head.madeAt().toString());
        root.put("program", head.program());
        var tables = root.putObject("tables");
        document.tables().forEach(it -> write(it, tables.putObject(it.key())));
        return root.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Table table, ObjectNode node) {
        var readings = node.putObject("readings");
        for (var reading : table.readings()) {
            var told = readings.putObject(reading.part());
            told.put("state", reading.state().name());
            told.put("count", reading.count());
            told.put("pages", reading.pages());
            if (reading.askedAt() != null) {
                told.put("askedAt", reading.askedAt().toString());
            }
            if (reading.problem() != null) {
                told.put(
                        "problem",
                        reading.problem().kind().name() + " "
                                + reading.problem().call());
            }
        }
        node.put("whole", table.tellsAbsence());
        var rows = node.putArray("rows");
        for (var row : table.rows()) {
            var written = rows.addObject();
            written.put("id", row.id());
            var cells = written.putObject("cells");
            for (int i = 0; i < table.columns().size(); i++) {
                cells.put(table.columns().get(i).key(), row.cells().get(i).plain());
            }
        }
    }

    /** @throws BaselineException where it is not what {@link #write} wrote */
    static Baseline read(String file, String json) throws BaselineException {
        try {
            var root = JSON.readTree(json);
            if (!FORMAT.equals(root.path("format").asText())) {
                throw new BaselineException(Reason.NOT_OURS, file);
            }
            var tables = new ArrayList<Known.Table>();
            for (var entry : root.path("tables").properties()) {
                tables.add(table(entry.getKey(), entry.getValue()));
            }
            return new Baseline(
                    file,
                    root.path("account").asText(),
                    Instant.parse(root.path("madeAt").asText()),
                    tables);
        } catch (JsonProcessingException | DateTimeParseException e) {
            throw new BaselineException(Reason.NOT_READABLE, file, String.valueOf(e.getMessage()));
        }
    }

    private static Known.Table table(String key, JsonNode node) {
        var rows = new ArrayList<Known.Row>();
        for (var row : node.path("rows")) {
            var cells = new LinkedHashMap<String, String>();
            for (var cell : row.path("cells").properties()) {
                if (!cell.getValue().isNull()) {
                    cells.put(cell.getKey(), cell.getValue().asText());
                }
            }
            rows.add(new Known.Row(row.path("id").asText(), cells));
        }
        return new Known.Table(key, node.path("whole").asBoolean(), List.copyOf(rows));
    }
}
