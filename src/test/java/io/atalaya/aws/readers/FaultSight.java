package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.sandbox.perimeter.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the console sees of a CheckOP with one fault in it, by its own readers over the real wire. */
public final class FaultSight {
    private static final Catalogue NONE = new Catalogue(
            List.of(),
            CatalogueFile.shipped().recipes(),
            CatalogueFile.shipped().mostMetrics(),
            List.of());

    private FaultSight() {}

    /** Everything read once ELB has noticed. */
    public static Deployment of(Fault fault) {
        try (var wire = new Wire(PageSize.LARGEST, Duration.ofSeconds(20), "checkop", NONE);
                var logs = wire.loop().watch(Set.of(Parts.LOG_COMPLAINTS))) {
            var world = wire.sandbox.cloud().home();
            world.change(() -> fault.strike().accept(world));
            wire.time.skip(fault.noticed());
            wire.readAll();
            // what reads better with other parts has them now
            wire.loop().askNow(Set.copyOf(Parts.all()));
            wire.time.settle();
            wire.loop().askNow(Set.of(Parts.LOG_COMPLAINTS));
            wire.time.settle();
            return wire.deployment();
        }
    }
}
