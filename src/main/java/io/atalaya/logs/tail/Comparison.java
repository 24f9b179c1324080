package io.atalaya.logs.tail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is shown of a span beside what the sweep read of it, as multisets. Pure.
 *
 * @param missing indexes of what was read and is not shown as often
 * @param surplus ids shown more often than they were read, the newest of their likes
 * @param doubtful ids that were not read at all
 * @param found ids that were
 */
record Comparison(List<Integer> missing, List<Long> surplus, List<Long> doubtful, List<Long> found) {

    /**
     * One that is shown.
     *
     * @param loose the same without the time of ingestion
     */
    record Shown(long id, Fingerprint exact, Fingerprint loose) {}

    /** One that was read. */
    record Read(Fingerprint exact, Fingerprint loose) {}

    static Comparison of(List<Shown> shown, List<Read> read) {
        var unread = new LinkedHashMap<Fingerprint, List<Shown>>();
        shown.forEach(event ->
                unread.computeIfAbsent(event.exact, k -> new ArrayList<>(1)).add(event));
        var counts = new HashMap<Fingerprint, Integer>();
        var missing = new ArrayList<Integer>();
        for (int i = 0; i < read.size(); i++) {
            var count = counts.merge(read.get(i).exact, 1, Integer::sum);
            if (count > unread.getOrDefault(read.get(i).exact, List.of()).size()) {
                missing.add(i);
            }
        }
        var surplus = new ArrayList<Long>();
        var found = new ArrayList<Long>();
        counts.forEach((event, count) -> {
            var likes = unread.remove(event);
            for (int i = 0; likes != null && i < likes.size(); i++) {
                (i < count ? found : surplus).add(likes.get(i).id);
            }
        });
        var doubtful = new ArrayList<Long>();
        pair(unread, missing, read, found, doubtful);
        return new Comparison(missing, surplus, doubtful, found);
    }

    /**
     * Live Tail and FilterLogEvents of something that is not AWS may tell another time of ingestion: what is alike but for it
     * is the same event, where neither has a better match.
     */
    private static void pair(
            Map<Fingerprint, List<Shown>> unread,
            List<Integer> missing,
            List<Read> read,
            List<Long> found,
            List<Long> doubtful) {
        var loose = new HashMap<Fingerprint, Integer>();
        missing.forEach(i -> loose.merge(read.get(i).loose, 1, Integer::sum));
        var taken = new HashMap<Fingerprint, Integer>();
        for (var likes : unread.values()) {
            for (var event : likes) {
                if (loose.getOrDefault(event.loose, 0) > taken.getOrDefault(event.loose, 0)) {
                    taken.merge(event.loose, 1, Integer::sum);
                    found.add(event.id);
                } else {
                    doubtful.add(event.id);
                }
            }
        }
        missing.removeIf(i -> taken.merge(read.get(i).loose, -1, Integer::sum) >= 0);
    }
}
