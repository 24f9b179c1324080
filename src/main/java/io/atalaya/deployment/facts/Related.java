package io.atalaya.deployment.facts;

import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which resources belong together: what one names, and what names it. */
public final class Related {
    private static final Comparator<Resource> ORDER = Comparator.comparing(Resource::type)
            .thenComparing(Resource::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Resource::id);

    private Related() {}

    /**
     * Everything one step away that was read, by type and name. One pass over the whole snapshot: some milliseconds for
     * 10,000 instances, so not on every frame.
     */
    public static List<Resource> of(Resource resource, DeploymentIndex index) {
        var self = resource.ref();
        Set<ResourceRef> found = new HashSet<>();
        new Links(index, found::add).of(resource);
        var probe = new Probe(self);
        var links = new Links(index, probe::see);
        for (var part : Parts.all()) {
            if (!Resource.class.isAssignableFrom(part.itemType())) {
                continue;
            }
            for (var item : index.deployment().items(part)) {
                var other = (Resource) item;
                probe.seen = false;
                links.of(other);
                if (probe.seen) {
                    found.add(other.ref());
                }
            }
        }
        found.remove(self);
        return found.stream()
                .flatMap(ref -> index.find(ref).stream())
                .sorted(ORDER)
                .toList();
    }

    private static final class Probe {
        private final ResourceRef wanted;
        private boolean seen;

        Probe(ResourceRef wanted) {
            this.wanted = wanted;
        }

        void see(ResourceRef ref) {
            seen |= ref.equals(wanted);
        }
    }
}
