package io.atalaya.logs.ledger;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which events the sweep did not find where they should be. Asked on any thread; changed under the ledger's lock. */
final class Doubts {
    /** As many are known one by one; beyond that they are only counted. */
    private static final int MOST = 50_000;

    private final ConcurrentHashMap<Long, Doubt> known = new ConcurrentHashMap<>();

    /** One of them. */
    record Doubt(String group, long timestamp) {}

    boolean holds(long event) {
        return known.containsKey(event);
    }

    void add(long event, Doubt doubt) {
        if (known.size() < MOST) {
            known.put(event, doubt);
        }
    }

    /** Takes it out; null where it was not in. */
    @Nullable
    Doubt remove(long event) {
        return known.remove(event);
    }

    /** Those of before that moment are not kept any more. */
    void dropped(long before) {
        known.values().removeIf(doubt -> doubt.timestamp < before);
    }
}
