package io.atalaya.noc.items;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.noc.catalogue.PlaceKind;
import org.jspecify.annotations.Nullable;

/**
 * Where an item is measured. Equal over snapshots, so that selection and the desk's memory survive.
 *
 * @param ref null where it is no resource: a site, the deployment
 * @param name what a person calls it
 * @param part what of it: the container's name; null for all of it
 */
public record Place(
        PlaceKind kind,
        @Nullable ResourceRef ref,
        String name,
        @Nullable String part) {
    /** All of the deployment. */
    public static final Place DEPLOYMENT = new Place(PlaceKind.DEPLOYMENT, null, "", null);

    /** The same place without its part. */
    public Place whole() {
        return part == null ? this : new Place(kind, ref, name, null);
    }

    /** {@code INSTANCE i-1/citSOLR}: stable over names that change, for settings and for what is remembered. */
    public String key() {
        var id = ref == null ? name : ref.id();
        return kind.word() + ' ' + id + (part == null ? "" : "/" + part);
    }
}
