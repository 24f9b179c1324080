package io.atalaya.ui.overview;

import io.atalaya.deployment.overview.CalledOut;
import io.atalaya.deployment.overview.CalledOut.Where;
import io.atalaya.ui.Moment;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the views call out in one snapshot, each made again only when what it rests on has changed.
 *
 * @param made per view, with the moment it was made of
 */
record CallOuts(Map<Where, Made> made) {
    static final CallOuts NONE = new CallOuts(Map.of());

    /** Of one view. */
    record Made(Moment of, List<CalledOut> all) {}

    List<CalledOut> in(Where where) {
        var known = made.get(where);
        return known == null ? List.of() : known.all();
    }

    /** @param again after which time is looked at again, though nothing changed */
    CallOuts next(Moment moment, Duration again) {
        var next = new EnumMap<Where, Made>(Where.class);
        next.putAll(made);
        for (var where : Where.values()) {
            var before = made.get(where);
            if (before == null || !isSame(before.of(), moment, where, again)) {
                next.put(where, new Made(moment, where.of(moment.deployment(), moment.now())));
            }
        }
        return new CallOuts(next);
    }

    private static boolean isSame(Moment before, Moment after, Where where, Duration again) {
        return after.deployment().saysSame(before.deployment(), where.parts())
                && Duration.between(before.now(), after.now()).compareTo(again) < 0;
    }
}
