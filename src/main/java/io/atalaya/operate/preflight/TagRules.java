package io.atalaya.operate.preflight;

import io.atalaya.operate.act.CreateTag;
import io.atalaya.operate.act.DeleteTag;

/** Tags. What reads them, in AWS or in somebody's scripts, is not known here. */
final class TagRules {
    private TagRules() {}

    static void create(CreateTag act, Known known, Findings found) {
        known.index().find(act.resource()).ifPresent(it -> {
            var before = it.tags().get(act.key());
            if (act.value().equals(before)) {
                found.blocked("nothingToDo", act.key());
            } else if (before == null) {
                found.note("tagNew", act.key());
            } else {
                found.caution("tagReplaced", act.key(), before, act.value());
            }
        });
    }

    static void delete(DeleteTag act, Known known, Findings found) {
        known.index().find(act.resource()).ifPresent(it -> {
            var before = it.tags().get(act.key());
            if (before == null) {
                found.blocked("nothingToDo", act.key());
            } else {
                found.caution("tagGone", act.key(), before);
            }
        });
    }
}
