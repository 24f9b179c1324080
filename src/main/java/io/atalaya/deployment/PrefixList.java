package io.atalaya.deployment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Blocks under one name (ec2:DescribeManagedPrefixLists, GetManagedPrefixListEntries).
 *
 * @param ownerId an account, or {@code AWS}
 * @param cidrs of its newest version; null where it was not told, which is not the same as none
 */
public record PrefixList(
        String id, String name, String ownerId, @Nullable List<String> cidrs, Map<String, String> tags)
        implements Resource {
    public PrefixList {
        cidrs = cidrs == null ? null : List.copyOf(cidrs);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.PREFIX_LIST;
    }
}
