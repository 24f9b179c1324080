package io.atalaya.deployment.overview;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.State;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stage of the request path with everything that stands there, worst first.
 *
 * @param state of the worst; unknown when the stage was not read
 * @param read whether AWS ever answered: no stations then mean none
 * @param problem why the last attempt failed; null when it did not
 */
public record Stage(
        Kind kind,
        State state,
        List<Station> stations,
        boolean read,
        @Nullable Problem problem) {
    /** Where a request is, in its order. */
    public enum Kind {
        DNS(Parts.RECORD_SETS),
        BALANCER(Parts.LOAD_BALANCERS),
        DATABASE(Parts.DATABASES),
        FILES(Parts.FILE_SYSTEMS);

        private final Part<?> basis;

        Kind(Part<?> basis) {
            this.basis = basis;
        }

        /** The part whose age is the age of this stage. */
        public Part<?> basis() {
            return basis;
        }
    }

    public Stage {
        stations = List.copyOf(stations);
    }

    static Stage of(Kind kind, List<Station> stations, Situation situation) {
        var read = situation.wasRead(kind.basis());
        var sorted = stations.stream()
                .sorted(Comparator.comparing((Station each) -> each.condition().state())
                        .reversed()
                        .thenComparing(Station::name))
                .toList();
        var state = sorted.stream()
                .map(each -> each.condition().state())
                .reduce(State::worse)
                .orElse(read ? State.HEALTHY : State.UNKNOWN);
        return new Stage(
                kind,
                state,
                sorted,
                read,
                situation.deployment().observed(kind.basis()).problem());
    }

    /** How many stations are in this state. */
    public long count(State which) {
        return stations.stream()
                .filter(each -> each.condition().state() == which)
                .count();
    }
}
