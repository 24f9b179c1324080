package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Resource;
import io.atalaya.deployment.SecurityGroup;
import java.util.List;
import java.util.Set;

/**
 * One security group.
 *
 * @param wearers the resources that use it
 * @param namedBy ids of the groups whose rules name it
 * @param templates launch templates that start machines with it
 * @param use in words: {@code 2 instances}, {@code unused}, {@code not known}
 * @param unused whether it is certain that nothing uses it
 * @param anyone what the whole internet is let in to: {@code TCP 443, TCP 80}; empty for nothing
 * @param words everything a person may type to find it
 */
record GroupRow(
        SecurityGroup group,
        List<Resource> wearers,
        Set<String> namedBy,
        int templates,
        String use,
        boolean unused,
        String anyone,
        String words) {
    GroupRow {
        wearers = List.copyOf(wearers);
        namedBy = Set.copyOf(namedBy);
    }

    int inbound() {
        return (int) group.rules().stream().filter(it -> it.ingress()).count();
    }

    int outbound() {
        return group.rules().size() - inbound();
    }
}
