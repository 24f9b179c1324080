package io.atalaya.operate.run;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Resource;
import io.atalaya.operate.act.Operation;
import java.util.regex.Pattern;

/** The name a person types to confirm. */
final class TypedName {
    /** What every keyboard has: another name cannot be demanded, nor told from one that looks like it. */
    private static final Pattern TYPEABLE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,62}[\\x21-\\x7e])?");

    private TypedName() {}

    /** The resource's name; its id where the name cannot be typed or it is not known. */
    static String of(Operation operation, Deployment now) {
        var on = operation.on();
        return now.index()
                .find(on)
                .map(Resource::name)
                .filter(TypedName::typeable)
                .orElse(on.id());
    }

    static boolean typeable(String name) {
        return TYPEABLE.matcher(name).matches();
    }
}
