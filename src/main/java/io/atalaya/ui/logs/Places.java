package io.atalaya.ui.logs;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Where an event was written, in as few letters as tell one writer from another: the zone of a machine, or its stream. */
final class Places {
    static final int MOST = 10;
    private static final Pattern INSTANCE = Pattern.compile("i-[0-9a-f]{8,17}");

    private final Map<String, String> byInstance = new HashMap<>();
    private final Map<String, String> byStream = new HashMap<>();

    Places(Deployment deployment) {
        var zones = new HashMap<String, Integer>();
        for (var each : deployment.items(Parts.INSTANCES)) {
            zones.merge(each.zone(), 1, Integer::sum);
        }
        for (var each : deployment.items(Parts.INSTANCES)) {
            var zone = shortZone(each.zone());
            var alone = zones.getOrDefault(each.zone(), 0) == 1;
            byInstance.put(
                    each.id(),
                    alone
                            ? zone
                            : zone + "·"
                                    + each.id().substring(Math.max(0, each.id().length() - 3)));
        }
    }

    String of(String stream) {
        return byStream.computeIfAbsent(stream, this::make);
    }

    private String make(String stream) {
        var found = INSTANCE.matcher(stream);
        if (found.find()) {
            var id = found.group();
            var known = byInstance.get(id);
            return known != null ? known : "…" + id.substring(Math.max(0, id.length() - 5));
        }
        var line = LogText.line(stream);
        return line.length() <= MOST ? line : line.substring(0, 4) + "…" + line.substring(line.length() - 5);
    }

    /** {@code us-east-1d} is {@code 1d}. */
    private static String shortZone(String zone) {
        var dash = zone.lastIndexOf('-');
        return dash < 0 ? zone : zone.substring(dash + 1);
    }
}
