package io.atalaya.logs.tail;

import io.atalaya.logs.TailedGroup;
import java.util.ArrayList;
import java.util.List;

/** Which groups share a Live Tail session. */
final class LiveBatches {
    private LiveBatches() {}

    /** Ten groups a session; a group of which only some streams are read has its own. */
    static List<List<TailedGroup>> of(List<TailedGroup> groups) {
        var batches = new ArrayList<List<TailedGroup>>();
        var whole = new ArrayList<TailedGroup>();
        for (var group : groups) {
            if (group.streams().isEmpty() && group.prefix() == null) {
                whole.add(group);
            } else {
                batches.add(List.of(group));
            }
        }
        for (int i = 0; i < whole.size(); i += LiveTails.MOST_GROUPS) {
            batches.add(List.copyOf(whole.subList(i, Math.min(whole.size(), i + LiveTails.MOST_GROUPS))));
        }
        return batches;
    }
}
