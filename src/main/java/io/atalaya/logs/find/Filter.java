package io.atalaya.logs.find;

import io.atalaya.logs.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What of a log is shown.
 *
 * @param clauses stacked: an event is shown when it matches one of the including ones (or there are none) and no excluding one
 * @param levels those shown
 * @param groups ARNs of the groups shown; empty for all
 * @param around how many lines of the same stream are shown before and after each that matches an including clause; 0 for none
 * @param folded whether lines that continue an event (stack frames) are part of it rather than rows of their own
 */
public record Filter(List<Clause> clauses, Set<Level> levels, Set<String> groups, int around, boolean folded) {
    /** Everything. */
    public static final Filter ALL = new Filter(List.of(), EnumSet.allOf(Level.class), Set.of(), 0, true);

    public Filter {
        clauses = List.copyOf(clauses);
        levels = Set.copyOf(levels);
        groups = Set.copyOf(groups);
    }
}
