package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Source;
import java.time.Instant;
import java.time.InstantSource;

/** A deployment of the sandbox with all that the NOC's own catalogue asks for. */
public final class NocDeployment {
    private NocDeployment() {}

    /** As it is at that moment, nothing being wrong. */
    public static Deployment calm(String deployment, Instant now) throws Exception {
        var options = SandboxOptions.calm(InstantSource.fixed(now)).withDeployment(deployment);
        try (var sandbox = Sandbox.start(options)) {
            var known = SandboxDeployment.read(sandbox, now);
            var fanOut = new FanOut(Thread.ofVirtual().factory(), 4);
            var sources = NocSources.of(
                    SandboxDeployment.clients(sandbox), fanOut, InstantSource.fixed(now), CatalogueFile.shipped());
            for (Source<?> source : sources) {
                known = SandboxDeployment.read(source, known, now);
            }
            return known;
        }
    }
}
