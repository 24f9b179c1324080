package io.atalaya.practice;

import io.atalaya.deployment.overview.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what this console called attention to, and when. May be used from any thread. */
public final class Witness {
    private final List<Said> over = new ArrayList<>();
    private final Map<String, Said> showing = new LinkedHashMap<>();

    /** Forgets everything; what is shown now was there before. */
    public synchronized void begin(List<Finding> shown, Instant now) {
        over.clear();
        showing.clear();
        shown.forEach(each -> showing.put(each.key(), new Said(each, now, null, true)));
    }

    /** Takes note of what is shown now. */
    public synchronized void look(List<Finding> shown, Instant now) {
        var keys = new HashSet<String>();
        for (var finding : shown) {
            keys.add(finding.key());
            var known = showing.get(finding.key());
            showing.put(
                    finding.key(),
                    known == null
                            ? new Said(finding, now, null, false)
                            : new Said(finding, known.since(), null, known.before()));
        }
        showing.entrySet().removeIf(each -> {
            if (keys.contains(each.getKey())) {
                return false;
            }
            var said = each.getValue();
            over.add(new Said(said.finding(), said.since(), now, said.before()));
            return true;
        });
    }

    /** Everything since the beginning, in the order in which it was first shown. */
    public synchronized List<Said> said() {
        var all = new ArrayList<>(over);
        all.addAll(showing.values());
        all.sort(Comparator.comparing(Said::since));
        return List.copyOf(all);
    }
}
