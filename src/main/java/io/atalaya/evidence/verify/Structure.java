package io.atalaya.evidence.verify;

import io.atalaya.evidence.capsule.ManifestItem;
import io.atalaya.evidence.verify.Fault.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was done to a file that holds other items than it should, or in another order. */
final class Structure {
    private Structure() {}

    /**
     * @param items of the manifest
     * @param sealed names of what stands behind them
     */
    static List<Fault> faults(LooseZip zip, List<ManifestItem> items, List<String> sealed) {
        var faults = new ArrayList<Fault>();
        var expected = new ArrayList<>(items.stream().map(ManifestItem::name).toList());
        expected.addAll(sealed);
        var known = new HashMap<String, LooseZip.Entry>();
        var wanted = new HashSet<>(expected);
        for (var entry : zip.entries()) {
            if (!wanted.contains(entry.name()) || known.putIfAbsent(entry.name(), entry) != null) {
                faults.add(new Fault(Kind.ADDED, entry.name(), ""));
            }
        }
        for (var name : expected) {
            if (!known.containsKey(name)) {
                faults.add(new Fault(Kind.DROPPED, name, ""));
            }
        }
        var moved = new LinkedHashSet<String>();
        var listed =
                zip.entries().stream().filter(it -> known.get(it.name()) == it).toList();
        moved.addAll(moved(expected, listed));
        moved.addAll(moved(
                expected,
                listed.stream()
                        .sorted(Comparator.comparingInt(LooseZip.Entry::at))
                        .toList()));
        moved.forEach(it -> faults.add(new Fault(Kind.REORDERED, it, "")));
        for (var item : items) {
            var entry = known.get(item.name());
            if (entry != null) {
                var sha256 = zip.sha256(entry);
                if (!item.sha256().equals(sha256)) {
                    faults.add(new Fault(Kind.CHANGED, item.name(), "", sha256));
                }
            }
        }
        return faults;
    }

    /** The fewest that one must put back so that all stand in order. */
    private static Set<String> moved(List<String> expected, List<LooseZip.Entry> found) {
        var place = new HashMap<String, Integer>();
        for (int i = 0; i < expected.size(); i++) {
            place.put(expected.get(i), i);
        }
        var places = found.stream().map(it -> place.getOrDefault(it.name(), 0)).toList();
        int count = places.size();
        var before = new int[count];
        // by length: where the run of that length ends that ends lowest
        var ends = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            int low = 0;
            int high = ends.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (places.get(ends.get(middle)) < places.get(i)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : ends.get(low - 1);
            if (low == ends.size()) {
                ends.add(i);
            } else {
                ends.set(low, i);
            }
        }
        int last = ends.isEmpty() ? -1 : ends.getLast();
        var stay = new HashSet<Integer>();
        for (int i = last; i >= 0; i = before[i]) {
            stay.add(i);
        }
        var moved = new LinkedHashSet<String>();
        for (int i = 0; i < count; i++) {
            if (!stay.contains(i)) {
                moved.add(found.get(i).name());
            }
        }
        return moved;
    }
}
