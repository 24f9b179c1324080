package io.atalaya.noc.probe;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ProbeResult;
import io.atalaya.noc.catalogue.Catalogue;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;

/** One round of questions: what there is to ask now, each question by itself. */
public final class Round {
    private final Catalogue catalogue;
    private final Prober prober;

    public Round(Catalogue catalogue, Prober prober) {
        this.catalogue = catalogue;
        this.prober = prober;
    }

    /** The questions of this snapshot, in the order of the catalogue; whoever asks them decides how many at once. */
    public List<Callable<ProbeResult>> questions(Deployment known) {
        var configured = Configured.of(known, catalogue);
        var before = new HashMap<String, ProbeResult>();
        known.items(Parts.PROBES).forEach(each -> before.put(each.target(), each));
        return ProbeTargets.of(known, catalogue).stream()
                .<Callable<ProbeResult>>map(target -> () -> prober.probe(target, configured, before.get(target.url())))
                .toList();
    }
}
