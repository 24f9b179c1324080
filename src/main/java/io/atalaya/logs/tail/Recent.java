package io.atalaya.logs.tail;

/**
 * Which events came lately, and how often by each feed: so that what two feeds tell (a renewed session beside the old one,
 * polls that overlap) is shown as often as the one that told it most often. Forgets after some minutes, or sooner when much
 * comes; what is then shown twice is withdrawn by the sweep. Not for several threads.
 */
final class Recent {
    private static final int GENERATIONS = 3;

    private final Table[] tables = new Table[GENERATIONS];
    private final int most;
    private final long lifeNanos;
    private long turnedAt;

    /**
     * @param most entries of one generation; three are kept
     * @param lifeNanos after which a generation is closed
     */
    Recent(int most, long lifeNanos, long now) {
        this.most = most;
        this.lifeNanos = lifeNanos;
        this.turnedAt = now;
        for (int i = 0; i < GENERATIONS; i++) {
            tables[i] = new Table(1_024);
        }
    }

    /** A feed tells an event; whether it must be shown now. */
    boolean told(Fingerprint event, int feed, long now) {
        turn(now);
        for (var table : tables) {
            var slot = table.find(event);
            if (slot >= 0) {
                return table.told(slot, feed);
            }
        }
        return tables[0].told(tables[0].insert(event), feed);
    }

    /** It is shown once more, or once less, than the feeds know. */
    void shown(Fingerprint event, int more, long now) {
        turn(now);
        for (var table : tables) {
            var slot = table.find(event);
            if (slot >= 0) {
                table.shown[slot] += more;
                return;
            }
        }
        if (more > 0) {
            var slot = tables[0].insert(event); // which may put all in larger arrays
            tables[0].shown[slot] += more;
        }
    }

    private void turn(long now) {
        if (tables[0].size < most && now - turnedAt < lifeNanos) {
            return;
        }
        turnedAt = now;
        System.arraycopy(tables, 0, tables, 1, GENERATIONS - 1);
        tables[0] = new Table(1_024);
    }

    /** Open addressing; grows, never shrinks, holds no objects: a busy tail keeps a million of them. */
    private static final class Table {
        private long[] keys;
        private int[] shown;
        private int[] feeds;
        private int[] counts;
        private boolean[] used;
        private int size;

        private Table(int capacity) {
            keys = new long[2 * capacity];
            shown = new int[capacity];
            feeds = new int[2 * capacity];
            counts = new int[2 * capacity];
            used = new boolean[capacity];
        }

        private int find(Fingerprint event) {
            for (int at = home(event.low()); used[at]; at = at + 1 & used.length - 1) {
                if (keys[2 * at] == event.high() && keys[2 * at + 1] == event.low()) {
                    return at;
                }
            }
            return -1;
        }

        private int home(long low) {
            return (int) low & used.length - 1;
        }

        private int insert(Fingerprint event) {
            if (3 * size > 2 * used.length) {
                grow();
            }
            var at = free(event.low());
            used[at] = true;
            keys[2 * at] = event.high();
            keys[2 * at + 1] = event.low();
            size++;
            return at;
        }

        private int free(long low) {
            var at = home(low);
            while (used[at]) {
                at = at + 1 & used.length - 1;
            }
            return at;
        }

        private void grow() {
            var bigger = new Table(2 * used.length);
            for (int old = 0; old < used.length; old++) {
                if (used[old]) {
                    var at = bigger.free(keys[2 * old + 1]);
                    bigger.used[at] = true;
                    bigger.shown[at] = shown[old];
                    System.arraycopy(keys, 2 * old, bigger.keys, 2 * at, 2);
                    System.arraycopy(feeds, 2 * old, bigger.feeds, 2 * at, 2);
                    System.arraycopy(counts, 2 * old, bigger.counts, 2 * at, 2);
                }
            }
            keys = bigger.keys;
            shown = bigger.shown;
            feeds = bigger.feeds;
            counts = bigger.counts;
            used = bigger.used;
        }

        /** Two feeds tell of one group at a time at most, so the older of three has ended. */
        private boolean told(int slot, int feed) {
            var at = 2 * slot;
            if (feeds[at] != feed && (feeds[at + 1] == feed || feeds[at + 1] < feeds[at])) {
                at++;
            }
            if (feeds[at] != feed) {
                feeds[at] = feed;
                counts[at] = 0;
            }
            if (++counts[at] <= shown[slot]) {
                return false;
            }
            shown[slot]++;
            return true;
        }
    }
}
