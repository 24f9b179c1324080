package io.atalaya.evidence.verify;

import io.atalaya.evidence.capsule.ManifestItem;
import io.atalaya.evidence.capsule.Packing;
import io.atalaya.evidence.capsule.Sha256;
import io.atalaya.evidence.capsule.ZipLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets a file beside the only one that its manifest allows, byte by byte. */
final class StrictZip {
    /** What stands for the zip's own end. */
    static final String END = "(end of the zip)";

    /** An entry that is not in the manifest, because it is made of it. */
    record Sealed(String name, byte[] content) {}

    private final byte[] bytes;
    /** By item: whether its content differs; else it is the zip around it. */
    private final Map<String, Boolean> differences = new LinkedHashMap<>();

    private final List<ZipLayout.Entry> entries = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    /** A manifest can say that its items are longer than any file. */
    private long at;

    private StrictZip(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The items at which the file differs, and whether it is their content that does. Empty when it is the one. */
    static Map<String, Boolean> differences(byte[] bytes, List<ManifestItem> items, List<Sealed> sealed) {
        var zip = new StrictZip(bytes);
        items.forEach(zip::item);
        sealed.forEach(zip::sealed);
        zip.directory();
        return zip.differences;
    }

    private void item(ManifestItem item) {
        long behind = at + ZipLayout.LOCAL_SIZE + item.name().getBytes(StandardCharsets.UTF_8).length;
        int from = (int) Math.min(behind, bytes.length);
        if (behind > bytes.length - item.packedBytes()
                || !Sha256.of(bytes, from, item.packedBytes()).equals(item.packedSha256())) {
            differences.put(item.name(), true);
            next(new ZipLayout.Entry(item.name(), item.deflated(), 0, item.packedBytes(), item.bytes()), false);
            return;
        }
        var seen = item.deflated()
                ? Packing.see(bytes, from, item.packedBytes(), item.bytes())
                : new Packing.Seen(item.packedSha256(), Packing.crc(bytes, from, item.packedBytes()));
        long crc = seen == null ? 0 : seen.crc();
        if (seen == null || !seen.sha256().equals(item.sha256())) {
            differences.put(item.name(), true); // whoever signed this did not pack it
        }
        next(new ZipLayout.Entry(item.name(), item.deflated(), crc, item.packedBytes(), item.bytes()), true);
    }

    private void sealed(Sealed item) {
        var entry = new ZipLayout.Entry(
                item.name(), false, Packing.crc(item.content()), item.content().length, item.content().length);
        if (!same(at + entry.length() - item.content().length, item.content())) {
            differences.put(item.name(), true);
        }
        next(entry, true);
    }

    private void next(ZipLayout.Entry entry, boolean known) {
        if (known && !same(at, ZipLayout.local(entry))) {
            differences.putIfAbsent(entry.name(), false);
        }
        entries.add(entry);
        offsets.add(at);
        at += entry.length();
    }

    private void directory() {
        long start = at;
        for (int i = 0; i < entries.size(); i++) {
            var central = ZipLayout.central(entries.get(i), offsets.get(i).intValue());
            if (!differences.getOrDefault(entries.get(i).name(), false) && !same(at, central)) {
                differences.putIfAbsent(entries.get(i).name(), false);
            }
            at += central.length;
        }
        var end = ZipLayout.end(entries.size(), (int) (at - start), (int) start);
        if (!same(at, end) || at + end.length != bytes.length) {
            differences.putIfAbsent(END, false);
        }
    }

    private boolean same(long from, byte[] wanted) {
        return from <= bytes.length - wanted.length
                && java.util.Arrays.equals(bytes, (int) from, (int) from + wanted.length, wanted, 0, wanted.length);
    }
}
