package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/** Names one resource of a deployment: enough to find it again in the next snapshot. */
public record ResourceRef(ResourceType type, String id) {
    // written out because every look-up of every view goes through these two
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ResourceRef ref && ref.type == type && ref.id.equals(id));
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + type.ordinal();
    }
}
