package io.atalaya.operate.preflight;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import java.util.List;

/** DNS records that name an address. */
final class Pointers {
    private final Known known;
    private final Findings found;

    Pointers(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    List<String> to(String address) {
        return known.items(Parts.RECORD_SETS).stream()
                .filter(it -> it.recordType().equals("A") && it.values().contains(address))
                .map(RecordSet::name)
                .toList();
    }

    /** The address will answer no more, or for somebody else. */
    void lose(String address) {
        var names = to(address);
        if (!names.isEmpty()) {
            found.danger("dnsPointsAt", Names.some(names), address);
        }
    }
}
