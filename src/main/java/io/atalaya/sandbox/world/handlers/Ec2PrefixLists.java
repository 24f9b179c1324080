package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsResponse;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesRequest;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;

/** Managed prefix lists: 100 of them on a page, and as many entries. */
final class Ec2PrefixLists {
    private static final int MOST = 100;

    static final Ec2Query<ManagedPrefixList> LISTS = Ec2Query.by(
                    ManagedPrefixList::prefixListId,
                    ManagedPrefixList::tags,
                    "InvalidPrefixListID.NotFound",
                    "prefixList ID")
            .filter("prefix-list-id", ManagedPrefixList::prefixListId)
            .filter("prefix-list-name", ManagedPrefixList::prefixListName)
            .filter("owner-id", ManagedPrefixList::ownerId);

    private Ec2PrefixLists() {}

    static void register(Operations ec2) {
        ec2.on(
                        "DescribeManagedPrefixLists",
                        DescribeManagedPrefixListsRequest.class,
                        DescribeManagedPrefixListsResponse.class,
                        Ec2PrefixLists::lists)
                .on(
                        "GetManagedPrefixListEntries",
                        GetManagedPrefixListEntriesRequest.class,
                        GetManagedPrefixListEntriesResponse.class,
                        Ec2PrefixLists::entries);
    }

    private static DescribeManagedPrefixListsResponse lists(
            World world, DescribeManagedPrefixListsRequest r, Call call) {
        Page<ManagedPrefixList> page = LISTS.page(
                world.network().prefixLists().lists().all(),
                r.prefixListIds(),
                r.filters(),
                r.maxResults() == null && r.prefixListIds().isEmpty() ? Integer.valueOf(MOST) : r.maxResults(),
                r.nextToken());
        return DescribeManagedPrefixListsResponse.builder()
                .prefixLists(page.items())
                .nextToken(page.token())
                .build();
    }

    private static GetManagedPrefixListEntriesResponse entries(
            World world, GetManagedPrefixListEntriesRequest r, Call call) {
        var id = String.valueOf(r.prefixListId());
        if (!world.network().prefixLists().lists().contains(id)) {
            throw LISTS.notFound(List.of(id));
        }
        Page<PrefixListEntry> page = Page.of(
                world.network().prefixLists().entries(id),
                r.maxResults(),
                MOST,
                r.nextToken(),
                new WireFault(400, "InvalidNextToken", "The token '" + r.nextToken() + "' is invalid"));
        return GetManagedPrefixListEntriesResponse.builder()
                .entries(page.items())
                .nextToken(page.token())
                .build();
    }
}
