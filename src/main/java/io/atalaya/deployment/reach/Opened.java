package io.atalaya.deployment.reach;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.address.Extent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What opened and what closed between two snapshots. Of what cannot be told in one of them nothing is said here:
 * {@link Exposure#unknown} has it.
 *
 * @param opened the internet reaches it now, and did not before: exactly these ports from exactly these addresses
 * @param closed the internet reached it before, and does not now
 */
public record Opened(List<Exposure.Opening> opened, List<Exposure.Opening> closed) {
    private record Key(Object resource, Object address, Object protocol) {}

    public Opened {
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
    }

    public static Opened between(Deployment before, Deployment after) {
        return between(Exposure.of(before), Exposure.of(after));
    }

    public static Opened between(Exposure before, Exposure after) {
        return new Opened(more(before, after), more(after, before));
    }

    private static List<Exposure.Opening> more(Exposure less, Exposure more) {
        Map<Key, Extent> known = new HashMap<>();
        for (var each : less.openings()) {
            known.merge(key(each), Extent.of(each.from(), each.ports()), Extent::union);
        }
        var added = new ArrayList<Exposure.Opening>();
        for (var each : more.openings()) {
            var extent = Extent.of(each.from(), each.ports());
            for (var cell :
                    extent.minus(known.getOrDefault(key(each), Extent.NONE)).cells()) {
                added.add(each.only(cell.addresses(), cell.ports()));
            }
        }
        return added;
    }

    private static Key key(Exposure.Opening each) {
        return new Key(each.resource(), each.address() == null ? "" : each.address(), each.protocol());
    }
}
