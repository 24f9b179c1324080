package io.atalaya.ui.perimeter;

import io.atalaya.deployment.reach.Hop;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the steps there and back under one another where they are at the same place. */
final class PathLanes {
    /**
     * One column; either may be empty.
     *
     * @param there of the request
     * @param back of the reply, which goes from the last column to the first
     */
    record Column(@Nullable HopText there, @Nullable HopText back) {}

    private PathLanes() {}

    /** @param back in the order of the reply */
    static List<Column> of(List<HopText> there, List<HopText> back) {
        var reply = back.reversed();
        int n = there.size();
        int m = reply.size();
        var best = new int[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                best[i][j] = Math.max(
                        Math.max(best[i + 1][j], best[i][j + 1]),
                        same(there.get(i), reply.get(j)) ? best[i + 1][j + 1] + 1 : 0);
            }
        }
        var columns = new ArrayList<Column>();
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            if (i < n && j < m && same(there.get(i), reply.get(j)) && best[i][j] == best[i + 1][j + 1] + 1) {
                columns.add(new Column(there.get(i++), reply.get(j++)));
            } else if (j >= m || i < n && best[i + 1][j] >= best[i][j + 1]) {
                columns.add(new Column(there.get(i++), null));
            } else {
                columns.add(new Column(null, reply.get(j++)));
            }
        }
        return narrowed(columns);
    }

    /** A step that only the request takes and one that only the reply takes share a column. */
    private static List<Column> narrowed(List<Column> columns) {
        var narrow = new ArrayList<Column>();
        for (var each : columns) {
            var last = narrow.isEmpty() ? null : narrow.getLast();
            if (last != null && last.there() == null && each.back() == null) {
                narrow.set(narrow.size() - 1, new Column(each.there(), last.back()));
            } else if (last != null && last.back() == null && each.there() == null) {
                narrow.set(narrow.size() - 1, new Column(last.there(), each.back()));
            } else {
                narrow.add(each);
            }
        }
        return narrow;
    }

    private static boolean same(HopText one, HopText other) {
        var sort = sort(one.hop());
        if (!sort.equals(sort(other.hop()))) {
            return false;
        }
        return sort.equals(Hop.Kind.ROUTE.name())
                || Objects.equals(one.hop().place(), other.hop().place())
                || one.hop().resource() != null
                        && one.hop().resource().equals(other.hop().resource());
    }

    private static String sort(Hop hop) {
        return switch (hop.kind()) {
            case GROUPS_IN, GROUPS_OUT -> "GROUPS";
            case ACL_IN, ACL_OUT -> "ACL";
            default -> hop.kind().name();
        };
    }
}
