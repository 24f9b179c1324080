package io.atalaya.watch;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.NameSeen;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.dns.Names;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The names of a deployment as DNS answers them here: those of its own record sets, and the name servers of its zones. No other
 * name is ever asked. Only while somebody looks.
 */
public final class NamesReader implements Reader<NameSeen> {
    /** More would take longer than a cadence where a name server does not answer. */
    private static final int MOST = 40;

    private static final Duration CADENCE = Duration.ofMinutes(1);

    private record Question(String name, String recordType) {}

    private final NameLookup lookup;
    private final FanOut fanOut;

    public NamesReader(NameLookup lookup, FanOut fanOut) {
        this.lookup = lookup;
        this.fanOut = fanOut;
    }

    /** Asked on its own cadence; it takes nothing from AWS's quotas. */
    public Source<NameSeen> source() {
        return new Source<>(
                Parts.NAMES_SEEN,
                Set.of("dns:Lookup"),
                CADENCE,
                Set.of(Parts.RECORD_SETS, Parts.HOSTED_ZONES),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<NameSeen>> page) throws Exception {
        var questions = new LinkedHashSet<Question>();
        known.items(Parts.HOSTED_ZONES).stream()
                .filter(zone -> !zone.isPrivate() && !zone.name().isEmpty())
                .map(HostedZone::name)
                .limit(MOST / 2)
                .forEach(zone -> questions.add(new Question(zone, "NS")));
        Names.worthAsking(known, MOST).forEach(name -> questions.add(new Question(name.name(), name.recordType())));
        var seen =
                fanOut.all(new ArrayList<>(questions), question -> lookup.ask(question.name(), question.recordType()));
        if (!seen.isEmpty() && seen.stream().allMatch(it -> it.outcome() == NameSeen.Outcome.NO_ANSWER)) {
            // not an answer about any name, but about the way to the name servers; what was seen before stays
            throw new UnknownHostException(seen.getFirst().name());
        }
        page.accept(seen);
    }
}
