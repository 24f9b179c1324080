package io.atalaya.ui.perimeter;

import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.Subnet;
import java.util.List;

/**
 * One network ACL.
 *
 * @param subnets those it stands before, as far as they were read
 * @param words everything a person may type to find it
 */
record AclRow(NetworkAcl acl, List<Subnet> subnets, String vpc, String words) {
    AclRow {
        subnets = List.copyOf(subnets);
    }

    /** Entries of one direction, without the last one, which is AWS's. */
    int entries(boolean inbound) {
        return (int) acl.entries().stream()
                .filter(it -> it.egress() != inbound && it.number() < RuleTexts.LAST)
                .count();
    }

    int refusals() {
        return (int) acl.entries().stream()
                .filter(it -> !it.allow() && it.number() < RuleTexts.LAST)
                .count();
    }
}
