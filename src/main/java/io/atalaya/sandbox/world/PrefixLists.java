package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;

/** Managed prefix lists and what is in them. */
public final class PrefixLists {
    private final Table<ManagedPrefixList> lists = new Table<>(ManagedPrefixList::prefixListId);
    private final Map<String, List<PrefixListEntry>> entries = new HashMap<>();

    public Table<ManagedPrefixList> lists() {
        return lists;
    }

    /** The entries of a list's newest version. */
    public List<PrefixListEntry> entries(String prefixListId) {
        return entries.getOrDefault(prefixListId, List.of());
    }

    /** Puts in a list with its entries. */
    public void put(ManagedPrefixList list, List<PrefixListEntry> content) {
        lists.put(list);
        entries.put(list.prefixListId(), List.copyOf(content));
    }
}
