package io.atalaya.ui.acting;

import io.atalaya.operate.act.BadInputException;
import io.atalaya.operate.act.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has come of the fields: an operation that can be sent, or the rule that what was typed breaks.
 *
 * @param operation null where a rule is broken
 * @param broken null where none is
 */
record Drafted(@Nullable Operation operation, @Nullable Broken broken) {
    /**
     * @param field the id of the field it is about; null where it is about all of them
     * @param key of the rule's sentence
     */
    record Broken(@Nullable String field, String key, List<Object> arguments) {}

    static Drafted of(ActOffer.Draft draft, ActValues values) {
        var tried = attempt(draft, values);
        var broken = tried.broken();
        return broken == null || broken.field() != null
                ? tried
                : new Drafted(null, new Broken(blamed(draft, values, broken.key()), broken.key(), broken.arguments()));
    }

    private static Drafted attempt(ActOffer.Draft draft, ActValues values) {
        try {
            return new Drafted(draft.make().apply(values), null);
        } catch (BadFieldException e) {
            return new Drafted(null, new Broken(e.field(), e.key(), e.arguments()));
        } catch (BadInputException e) {
            return new Drafted(null, new Broken(null, e.key(), e.arguments()));
        }
    }

    /** The field without whose text that rule would not be broken: operations do not know fields. */
    private static @Nullable String blamed(ActOffer.Draft draft, ActValues values, String key) {
        for (var field : draft.fields()) {
            var innocent = values.with(field.id(), field.blameless());
            var broken = attempt(draft, innocent).broken();
            if (!innocent.equals(values) && (broken == null || !broken.key().equals(key))) {
                return field.id();
            }
        }
        return draft.fields().size() == 1 ? draft.fields().getFirst().id() : null;
    }
}
