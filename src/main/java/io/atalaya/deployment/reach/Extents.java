package io.atalaya.deployment.reach;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Extent;
import io.atalaya.deployment.address.Protocol;

/** What a rule is about, for those who compare rules. */
public final class Extents {
    private Extents() {}

    /** The addresses and ports of an entry; none for a protocol it does not hold for, or a block that cannot be read. */
    public static Extent of(AclEntry entry, Protocol protocol) {
        return protocol.named(entry.protocol())
                ? Block.parse(entry.cidr())
                        .map(each -> Extent.of(Addresses.of(each), AclFilter.ports(entry, protocol)))
                        .orElse(Extent.NONE)
                : Extent.NONE;
    }
}
