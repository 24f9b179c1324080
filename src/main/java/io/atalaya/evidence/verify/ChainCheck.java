package io.atalaya.evidence.verify;

import io.atalaya.evidence.capsule.Link;
import io.atalaya.evidence.capsule.Manifest;
import io.atalaya.evidence.verify.Fault.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether capsules of one key follow each other. What follows the last one, only the chain's file tells. */
final class ChainCheck {
    /** More than these are not named one by one. */
    private static final int MOST = 1000;

    private ChainCheck() {}

    static List<Fault> faults(List<Checked> capsules, @Nullable List<Link> chain) {
        var faults = new ArrayList<Fault>();
        var byKey = new TreeMap<String, Map<Long, Checked>>();
        for (var capsule : capsules) {
            var manifest = capsule.manifest();
            if (manifest != null) {
                var others = byKey.computeIfAbsent(manifest.key(), it -> new TreeMap<>());
                var same = others.putIfAbsent(manifest.number(), capsule);
                if (same != null && !same.manifestSha256().equals(capsule.manifestSha256())) {
                    faults.add(new Fault(Kind.FORKED, number(manifest), capsule.file()));
                }
            }
        }
        faults.addAll(parts(capsules));
        byKey.forEach((key, numbered) -> between(new TreeMap<>(numbered), faults));
        if (chain != null) {
            against(chain, byKey, faults);
        }
        return faults;
    }

    /** A capture of several capsules is looked at as a whole or not at all. */
    private static List<Fault> parts(List<Checked> capsules) {
        var missing = new TreeMap<String, TreeSet<Integer>>();
        for (var capsule : capsules) {
            var manifest = capsule.manifest();
            if (manifest != null && manifest.share().of() > 1) {
                var share = manifest.share();
                missing.computeIfAbsent(
                        share.of() + " " + manifest.key() + " "
                                + manifest.facts().id(),
                        it -> new TreeSet<>(IntStream.rangeClosed(1, Math.min(share.of(), MOST))
                                .boxed()
                                .toList()));
            }
        }
        for (var capsule : capsules) {
            var manifest = capsule.manifest();
            if (manifest != null) {
                var left = missing.get(manifest.share().of() + " " + manifest.key() + " "
                        + manifest.facts().id());
                if (left != null) {
                    left.remove(manifest.share().number());
                }
            }
        }
        var faults = new ArrayList<Fault>();
        missing.forEach((capture, numbers) -> {
            var words = capture.split(" ", 3);
            numbers.forEach(it -> faults.add(new Fault(Kind.PART_MISSING, it + "/" + words[0], words[2])));
        });
        return faults;
    }

    private static void between(TreeMap<Long, Checked> numbered, List<Fault> faults) {
        Checked last = null;
        long before = 0;
        for (var entry : numbered.entrySet()) {
            long number = entry.getKey();
            var capsule = entry.getValue();
            var manifest = capsule.manifest();
            if (last != null) {
                for (long missing = before + 1; missing < number; missing++) {
                    faults.add(new Fault(Kind.MISSING, String.valueOf(missing), ""));
                    if (missing > before + MOST) {
                        faults.add(new Fault(Kind.MISSING, "… " + (number - 1), ""));
                        break;
                    }
                }
                if (manifest != null
                        && before == number - 1
                        && !manifest.previous().equals(last.manifestSha256())) {
                    faults.add(new Fault(Kind.UNCHAINED, number(manifest), ""));
                }
            }
            last = capsule;
            before = number;
        }
    }

    private static void against(List<Link> chain, Map<String, Map<Long, Checked>> byKey, List<Fault> faults) {
        var links = new HashMap<String, Link>();
        for (var link : chain) {
            links.put(link.key() + " " + link.number(), link);
            var capsule = byKey.getOrDefault(link.key(), Map.of()).get(link.number());
            if (capsule == null) {
                add(faults, new Fault(Kind.MISSING, String.valueOf(link.number()), link.capsule()));
            } else if (!capsule.manifestSha256().equals(link.manifest())) {
                add(faults, new Fault(Kind.UNCHAINED, String.valueOf(link.number()), link.capsule()));
            }
        }
        byKey.forEach((key, numbered) -> numbered.forEach((number, capsule) -> {
            if (!links.containsKey(key + " " + number)) {
                add(faults, new Fault(Kind.UNCHAINED, String.valueOf(number), capsule.file()));
            }
        }));
    }

    /** Once: the file of the chain says it with the capsule's name. */
    private static void add(List<Fault> faults, Fault fault) {
        faults.removeIf(it -> it.kind() == fault.kind() && it.item().equals(fault.item()));
        faults.add(fault);
    }

    private static String number(Manifest manifest) {
        return String.valueOf(manifest.number());
    }
}
