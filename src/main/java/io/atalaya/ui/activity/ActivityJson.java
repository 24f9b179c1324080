package io.atalaya.ui.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atalaya.operate.trail.TrailMatch;
import java.util.List;

/** The acts as one JSON array, with what CloudTrail says of each. Times are UTC, ISO 8601. The journal's own lines say nothing of CloudTrail. */
final class ActivityJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ActivityJson() {}

    static String of(List<ActivityRow> rows) {
        var array = JSON.createArrayNode();
        rows.forEach(row -> write(row, array.addObject()));
        try {
            return JSON.writeValueAsString(array) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }

    private static void write(ActivityRow row, ObjectNode node) {
        var intent = row.intent();
        node.put("number", row.intentNumber());
        node.put("at", row.at().toString());
        node.put("act", intent.act());
        node.put("action", intent.action());
        node.put("resource", intent.resource());
        node.put("verdict", row.ending().name());
        node.put("detail", row.detail());
        node.put("caller", intent.caller());
        node.put("account", intent.account());
        node.put("region", intent.region());
        if (intent.endpoint() != null) {
            node.put("endpoint", intent.endpoint());
        }
        row.took().ifPresent(took -> node.put("tookMillis", took.toMillis()));
        var ids = node.putArray("requestIds");
        row.requestIds().forEach(ids::add);
        node.put("operation", row.operation());
        node.put("cli", intent.cli());
        if (row.trail() != null) {
            write(row.trail(), node.putObject("cloudTrail"));
        }
    }

    private static void write(TrailMatch match, ObjectNode node) {
        node.put("verdict", match.verdict().name());
        if (match.askedAt() != null) {
            node.put("askedAt", match.askedAt().toString());
        }
        if (match.event() != null) {
            node.put("eventId", match.event().eventId());
            node.put("eventTime", match.event().at().toString());
            node.put("compared", match.compared());
            node.put("sent", match.sent());
        }
        var differences = node.putArray("differences");
        for (var it : match.differences()) {
            differences
                    .addObject()
                    .put("what", it.what().name())
                    .put("name", it.name())
                    .put("journal", it.journal())
                    .put("cloudTrail", it.trail());
        }
        var also = node.putArray("also");
        match.also().forEach(also::add);
        if (match.problem() != null) {
            node.put("problem", match.problem().code());
        }
    }
}
