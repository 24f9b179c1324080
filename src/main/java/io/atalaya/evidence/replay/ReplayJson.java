package io.atalaya.evidence.replay;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A comparison for programs. */
public final class ReplayJson {
    private ReplayJson() {}

    /** Where there was nothing to compare. */
    public static ObjectNode nothing() {
        return JsonMapper.builder().build().createObjectNode().putNull("same");
    }

    public static ObjectNode of(Replay replay) {
        var root = JsonMapper.builder().build().createObjectNode();
        root.put("same", replay.isEmpty());
        side(root.putObject("then"), replay.then());
        side(root.putObject("now"), replay.now());
        var unlike = root.putArray("unlike");
        replay.unlike().forEach(it -> unlike.add(it.name().toLowerCase(Locale.ROOT)));
        var claims = root.putArray("claims");
        for (var claim : replay.claims()) {
            var node = claims.addObject()
                    .put("claim", claim.claim())
                    .put("then", claim.then())
                    .put("now", claim.now());
            var facts = node.putArray("facts");
            claim.facts().forEach(it -> facts.addObject()
                    .put("resource", it.resource())
                    .put("fact", it.fact())
                    .put("then", it.then())
                    .put("now", it.now()));
        }
        var lists = root.putArray("lists");
        for (var list : replay.lists()) {
            var node = lists.addObject().put("list", list.part()).put("kind", kind(list.kind()));
            var rows = node.putArray("rows");
            for (var row : list.rows()) {
                var each = rows.addObject().put("kind", kind(row.kind()));
                var key = each.putObject("key");
                for (int i = 0; i < row.key().columns().size(); i++) {
                    key.put(row.key().columns().get(i), row.key().values().get(i));
                }
                each.put("copy", row.key().copy());
                var fields = each.putArray("fields");
                row.fields().forEach(it -> fields.addObject()
                        .put("field", it.field())
                        .put("then", it.then())
                        .put("now", it.now()));
            }
        }
        var unread = root.putArray("unread");
        replay.unread().forEach(it -> unread.addObject()
                .put("list", it.part())
                .put("then", it.then())
                .put("now", it.now()));
        return root;
    }

    private static String kind(Replay.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void side(ObjectNode node, Side side) {
        var facts = side.facts();
        node.put("file", side.file())
                .put("capsule", facts.id())
                .put("takenAt", facts.takenAt().toString())
                .put("recipe", facts.recipe())
                .put("origin", facts.origin().kind().name())
                .put("account", facts.origin().account())
                .put("region", facts.origin().region())
                .put("caller", facts.origin().caller());
    }
}
