package io.atalaya.noc.items;

import io.atalaya.deployment.Deployment;
import io.atalaya.noc.catalogue.Catalogue;
import java.time.Instant;

/** All that readings are made of at one moment. */
record Sight(Deployment deployment, Catalogue catalogue, Finder finder, Seen seen, SeriesPlan plan, Instant now) {
    static Sight of(Deployment deployment, Catalogue catalogue, Names names, Instant now) {
        var finder = new Finder(names);
        var seen = new Seen(deployment);
        return new Sight(
                deployment, catalogue, finder, seen, SeriesPlan.of(deployment, catalogue, finder, seen, now), now);
    }
}
