package io.atalaya.ui.overview;

import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.overview.CalledOut;
import io.atalaya.deployment.overview.Finding;
import io.atalaya.deployment.overview.Urgency;
import io.atalaya.ui.shell.Attention;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what needs a person; notes do not. */
final class Badges {
    private Badges() {}

    static Attention of(List<Finding> all) {
        return count(urgent(all));
    }

    /** Of resources of these kinds. */
    static Attention of(List<Finding> all, Set<ResourceType> kinds) {
        return count(urgent(all)
                .filter(each ->
                        each.subject() != null && kinds.contains(each.subject().type())));
    }

    /** The same, and what a view calls out itself in resources of which nothing was found. */
    static Attention of(List<Finding> all, Set<ResourceType> kinds, List<CalledOut> called) {
        var told = urgent(all).map(Finding::subject).collect(Collectors.toSet());
        return of(all, kinds)
                .and(Attention.of(called.stream()
                        .filter(each -> !told.contains(each.subject()))
                        .map(CalledOut::state)
                        .toList()));
    }

    private static Stream<Finding> urgent(List<Finding> all) {
        return all.stream().filter(each -> each.urgency() != Urgency.NOTE);
    }

    private static Attention count(Stream<Finding> urgent) {
        return Attention.of(urgent.map(each -> each.urgency().state()).toList());
    }
}
