package io.atalaya.watch;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ProbeResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What this console asks hosts itself, a few at once. A host that does not answer is an answer; nothing here fails because of
 * it. Asked whether or not somebody looks, because alarms come of it.
 */
public final class ProbesReader implements Reader<ProbeResult> {
    private static final Duration CADENCE = Duration.ofSeconds(30);

    private final Function<Deployment, List<Callable<ProbeResult>>> questions;
    private final FanOut fanOut;

    /** @param questions what there is to ask of a snapshot; it decides what may leave at all */
    public ProbesReader(Function<Deployment, List<Callable<ProbeResult>>> questions, FanOut fanOut) {
        this.questions = questions;
        this.fanOut = fanOut;
    }

    /** Takes nothing from AWS's quotas, and waits for what tells the names but not for what is denied. */
    public Source<ProbeResult> source() {
        return new Source<>(
                Parts.PROBES,
                Set.of("probe:Connect"),
                CADENCE,
                Set.of(),
                Set.of(
                        Parts.HOSTED_ZONES,
                        Parts.RECORD_SETS,
                        Parts.LOAD_BALANCERS,
                        Parts.LISTENERS,
                        Parts.INSTANCES,
                        Parts.ELASTIC_IPS),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<ProbeResult>> page) throws Exception {
        page.accept(fanOut.all(questions.apply(known), Callable::call));
    }
}
