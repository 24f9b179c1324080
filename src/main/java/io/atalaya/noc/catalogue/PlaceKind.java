package io.atalaya.noc.catalogue;

import io.atalaya.deployment.ResourceType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an item is measured at. */
public enum PlaceKind {
    INSTANCE(ResourceType.INSTANCE),
    LOAD_BALANCER(ResourceType.LOAD_BALANCER),
    TARGET_GROUP(ResourceType.TARGET_GROUP),
    DATABASE(ResourceType.DATABASE),
    FILE_SYSTEM(ResourceType.FILE_SYSTEM),
    /** A name or address that is asked from outside, or a check that somebody else makes of it. */
    SITE(null),
    /** All of it: what exists once. */
    DEPLOYMENT(null);

    private final @Nullable ResourceType type;

    PlaceKind(@Nullable ResourceType type) {
        this.type = type;
    }

    /** The type of resource it is; null where it is none. */
    public @Nullable ResourceType type() {
        return type;
    }

    /** As files have it: {@code load-balancer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
