package io.atalaya.logs.store;

import java.util.Arrays;

/**
 * Puts the events of sealed segments in order, each segment sorted by itself first: then nearly all are added at the end, which is
 * several times as fast as finding the place of each.
 */
final class OrderMaking {
    private final IdOrder order;

    OrderMaking(IdOrder order) {
        this.order = order;
    }

    void add(Segment segment) {
        var count = segment.count();
        var least = Long.MAX_VALUE;
        var most = Long.MIN_VALUE;
        for (long id = segment.firstId; id < segment.nextId(); id++) {
            var at = segment.longOf(id, Layout.TIMESTAMP);
            least = Math.min(least, at);
            most = Math.max(most, at);
        }
        // timestamp and number in one long
        var bits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
        var span = most - least;
        if (span < 0 || span >>> (Long.SIZE - 1 - bits) != 0) {
            for (long id = segment.firstId; id < segment.nextId(); id++) {
                add(segment, id);
            }
            return;
        }
        var keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = segment.longOf(segment.firstId + i, Layout.TIMESTAMP) - least << bits | i;
        }
        Arrays.sort(keys);
        var mask = (1L << bits) - 1;
        for (var key : keys) {
            // those of one moment come by id here, by ingestion in the order: it finds their places
            add(segment, segment.firstId + (key & mask));
        }
    }

    private void add(Segment segment, long id) {
        if (!segment.withdrawn(id)) {
            order.add(
                    id,
                    segment.longOf(id, Layout.TIMESTAMP),
                    segment.longOf(id, Layout.INGESTED),
                    Layout.level(segment.intOf(id, Layout.FLAGS)));
        }
    }
}
