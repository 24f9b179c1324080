package io.atalaya.noc.items;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.ItemSource;
import io.atalaya.noc.items.Looked.Why;

/** Why a part has nothing for a source. */
final class Unanswered {
    private Unanswered() {}

    static Answer of(Sight sight, ItemSource source, Part<?> part, String where) {
        var observed = sight.deployment().observed(part);
        var problem = observed.problem();
        if (problem != null) {
            return Answer.nothing(source, where, Answer.why(problem), problem, null);
        }
        if (observed.value() == null) {
            // a part that nobody reads has no cadence: there is nobody to wait for
            var why = observed.cadence().isZero() ? Why.NOTHING_TO_ASK : Why.NOT_READ;
            return Answer.nothing(source, where, why, null, null);
        }
        var why = part == Parts.LOG_VALUES ? Why.NOT_FOUND : Why.NOTHING_TO_ASK;
        return Answer.nothing(source, where, why, null, null);
    }
}
