package io.atalaya.ui.acting;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.operate.act.Operation;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An act that makes sense on a resource as it is now.
 *
 * @param key of its title, which names the act: {@code operate.act.StopInstance}
 * @param draft what a person chooses; made when somebody chooses the act
 */
record ActOffer(String key, ResourceRef on, Supplier<Draft> draft) {
    /**
     * @param fields as they are now; empty where there is nothing to choose
     * @param make the operation of what stands in the fields; throws what the operation's constructor throws
     */
    record Draft(List<ActField> fields, Function<ActValues, Operation> make) {
        Draft {
            fields = List.copyOf(fields);
        }
    }

    /** Where there is nothing to choose. */
    static ActOffer of(Operation operation) {
        return new ActOffer(operation.nameKey(), operation.on(), () -> new Draft(List.of(), values -> operation));
    }

    /** The same, made when it is chosen: what is built of AWS's own texts may break a rule. */
    static ActOffer plain(String act, ResourceRef on, Supplier<Operation> operation) {
        return new ActOffer("operate.act." + act, on, () -> new Draft(List.of(), values -> operation.get()));
    }

    /** Of an act of that name, with something to choose. */
    static ActOffer of(
            Class<? extends Operation> act,
            ResourceRef on,
            Supplier<List<ActField>> fields,
            Function<ActValues, Operation> make) {
        return new ActOffer("operate.act." + act.getSimpleName(), on, () -> new Draft(fields.get(), make));
    }
}
