package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PrefixList;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.watch.CallFailedException;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;

/** Managed prefix lists. The blocks take a call for each list, so those of AWS are only asked for where something refers to them. */
final class PrefixListsReader implements Reader<PrefixList> {
    private final Clients clients;
    private final PageSize pageSize;
    private final FanOut fanOut;

    PrefixListsReader(Clients clients, PageSize pageSize, FanOut fanOut) {
        this.clients = clients;
        this.pageSize = pageSize;
        this.fanOut = fanOut;
    }

    Source<PrefixList> source() {
        return new Source<>(
                Parts.PREFIX_LISTS,
                Set.of("ec2:DescribeManagedPrefixLists", "ec2:GetManagedPrefixListEntries"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(Parts.SECURITY_GROUPS, Parts.ROUTE_TABLES),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<PrefixList>> page) throws Exception {
        var lists =
                Calls.named("ec2:DescribeManagedPrefixLists", () -> clients
                        .ec2()
                        .describeManagedPrefixListsPaginator(r -> r.maxResults(pageSize.within(1, 100)))
                        .prefixLists()
                        .stream()
                        .filter(each -> each.prefixListId() != null)
                        .toList());
        var wanted = referred(known);
        var asked = lists.stream()
                .filter(each -> !"AWS".equals(each.ownerId()) || wanted.contains(each.prefixListId()))
                .collect(Collectors.toMap(ManagedPrefixList::prefixListId, each -> each));
        var gathered = new Gathered<String, PrefixList>(page);
        gathered.add(lists.stream()
                .filter(each -> !asked.containsKey(each.prefixListId()))
                .map(each -> list(each, null))
                .toList());
        fanOut.ask(asked.keySet(), id -> List.of(list(Objects.requireNonNull(asked.get(id)), blocks(id))), gathered);
        gathered.finish(before(known, asked.values()), PrefixList::id);
    }

    /** One that was not told before stays without its blocks. */
    private static List<PrefixList> before(Deployment known, Collection<ManagedPrefixList> asked) {
        var old = known.items(Parts.PREFIX_LISTS).stream().collect(Collectors.toMap(PrefixList::id, each -> each));
        return asked.stream()
                .map(each -> old.getOrDefault(Absent.text(each.prefixListId()), list(each, null)))
                .toList();
    }

    private static Set<String> referred(Deployment known) {
        var rules = known.items(Parts.SECURITY_GROUPS).stream()
                .flatMap(group -> group.rules().stream())
                .map(SecurityRule::prefixListId);
        var routes = known.items(Parts.ROUTE_TABLES).stream()
                .flatMap(table -> table.routes().stream())
                .map(Route::prefixListId);
        return Stream.concat(rules, routes).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private List<String> blocks(String id) throws CallFailedException {
        return Calls.named(
                "ec2:GetManagedPrefixListEntries",
                () -> Absent.texts(clients
                        .ec2()
                        .getManagedPrefixListEntriesPaginator(
                                r -> r.prefixListId(id).maxResults(pageSize.within(1, 100)))
                        .entries()
                        .stream()
                        .map(PrefixListEntry::cidr)));
    }

    private static PrefixList list(ManagedPrefixList l, @Nullable List<String> cidrs) {
        return new PrefixList(
                Absent.text(l.prefixListId()),
                Absent.text(l.prefixListName(), Absent.text(l.prefixListId())),
                Absent.text(l.ownerId()),
                cidrs,
                Ec2Tags.of(l.tags()));
    }
}
