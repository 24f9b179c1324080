package io.atalaya.noc.items;

import io.atalaya.deployment.Deployment;
import io.atalaya.noc.catalogue.Catalogue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that readings are made of at one moment. */
final class Sight {
    private final Deployment deployment;
    private final Catalogue catalogue;
    private final Finder finder;
    private final Seen seen;
    private final Instant now;
    /** Made when first asked for; made twice by two threads it is the same. */
    private volatile @Nullable SeriesPlan plan;

    Sight(Deployment deployment, Catalogue catalogue, Finder finder, Seen seen, Instant now) {
        this.deployment = deployment;
        this.catalogue = catalogue;
        this.finder = finder;
        this.seen = seen;
        this.now = now;
    }

    static Sight of(Deployment deployment, Catalogue catalogue, Instant now) {
        return new Sight(deployment, catalogue, new Finder(Names.of(deployment)), new Seen(deployment), now);
    }

    /** Of a later snapshot, with what has not changed. */
    Sight then(Deployment later, Instant moment) {
        var names = finder.names().renewed(later);
        return new Sight(
                later, catalogue, names == finder.names() ? finder : new Finder(names), seen.renewed(later), moment);
    }

    Deployment deployment() {
        return deployment;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Finder finder() {
        return finder;
    }

    Seen seen() {
        return seen;
    }

    Instant now() {
        return now;
    }

    SeriesPlan plan() {
        var known = plan;
        if (known == null) {
            known = SeriesPlan.of(deployment, catalogue, finder, seen, now);
            plan = known;
        }
        return known;
    }
}
