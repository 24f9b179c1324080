package io.atalaya.operate.run;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.Operation;
import java.util.regex.Pattern;

/** The name a person types to confirm. */
final class TypedName {
    /** What every keyboard has: another name cannot be demanded, nor told from one that looks like it. */
    private static final Pattern TYPEABLE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,62}[\\x21-\\x7e])?");

    private TypedName() {}

    /** The resource's name; its id where the name cannot be typed, is not known, or is that of another as well. */
    static String of(Operation operation, Deployment now) {
        var on = operation.on();
        return now.index()
                .find(on)
                .map(Resource::name)
                .filter(TypedName::typeable)
                .filter(name -> isOnly(name, on.type(), now))
                .orElse(on.id());
    }

    private static boolean isOnly(String name, ResourceType type, Deployment now) {
        return Parts.all().stream()
                        .filter(part -> Resource.class.isAssignableFrom(part.itemType()))
                        .flatMap(part -> now.items(part).stream())
                        .map(Resource.class::cast)
                        .filter(it -> it.type() == type && it.name().equals(name))
                        .count()
                == 1;
    }

    static boolean typeable(String name) {
        return TYPEABLE.matcher(name).matches();
    }
}
