package io.atalaya.noc.report;

import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.MuteRule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A shift, for whoever comes next.
 *
 * @param from when it began
 * @param to the moment of the hand-over
 * @param deployment whose it is, as the screen names it
 * @param by who hands over
 * @param incidents everything that fired in it or was on the desk; what remains first, then by time
 * @param mutes what is kept quiet at the hand-over
 */
public record ShiftReport(
        Instant from, Instant to, String deployment, String by, List<Incident> incidents, List<MuteRule> mutes) {
    private static final Comparator<Incident> REMAINING_FIRST = Comparator.comparing(Incident::remains)
            .reversed()
            .thenComparing(Incident::severity)
            .thenComparing(Incident::opened)
            .thenComparing(Incident::key);

    public ShiftReport {
        incidents = incidents.stream().sorted(REMAINING_FIRST).toList();
        mutes = List.copyOf(mutes);
    }

    /** Of what the desk remembers, which is a week. */
    public static ShiftReport of(DeskState state, Instant from, Instant to, String deployment, String by) {
        return new ShiftReport(
                from,
                to,
                deployment,
                by,
                Incidents.of(state, from, to),
                state.mutes().stream().filter(each -> each.holds(to)).toList());
    }

    /** What the next shift has. */
    public List<Incident> remaining() {
        return incidents.stream().filter(Incident::remains).toList();
    }

    /** What is over and known. */
    public List<Incident> done() {
        return incidents.stream().filter(each -> !each.remains()).toList();
    }
}
