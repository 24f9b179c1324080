package io.atalaya.evidence.claim;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What was found, as an item of a capsule. */
public final class ClaimsJson {
    private ClaimsJson() {}

    public static byte[] of(List<Finding> findings) {
        var all = JsonMapper.builder().build().createArrayNode();
        for (var finding : findings) {
            var node = all.addObject();
            node.put("claim", finding.claim().id());
            node.put("verdict", finding.verdict().name());
            var points = node.putArray("points");
            for (var point : finding.points()) {
                var each = points.addObject();
                each.put("resource", point.resource());
                each.put("fact", point.fact());
                each.put("value", point.value());
                each.put("holds", point.holds());
            }
        }
        return all.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }
}
