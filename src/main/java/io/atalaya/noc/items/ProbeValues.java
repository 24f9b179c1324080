package io.atalaya.noc.items;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ProbeResult;
import io.atalaya.deployment.Resource;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.PlaceKind;
import io.atalaya.noc.catalogue.ProbeSource;
import io.atalaya.noc.catalogue.Threshold;
import io.atalaya.noc.catalogue.Unit;
import io.atalaya.noc.probe.ProbeTarget;
import io.atalaya.noc.probe.ProbeTargets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what this console found when it asked by itself. */
final class ProbeValues {
    /** From here on a certificate is to be renewed now: what renews by itself has done so long before. */
    private static final Duration ENDS_SOON = Duration.ofDays(14);

    private final Sight sight;

    ProbeValues(Sight sight) {
        this.sight = sight;
    }

    /** What this console's own questions found: at a site, or at the resource that answered. */
    List<Answer> read(Item item, ProbeSource source, @Nullable Resource at) {
        var results = sight.deployment().items(Parts.PROBES).stream()
                .filter(result -> result.kind() == source.kind())
                .filter(result -> isTarget(result.target(), source))
                .filter(result -> at == null || at.ref().equals(result.about()))
                .sorted(Comparator.comparing(ProbeResult::target))
                .toList();
        if (results.isEmpty()) {
            return List.of(Unanswered.of(
                    sight, source, Parts.PROBES, source.kind() + " " + String.join(" ", source.targets())));
        }
        return results.stream().map(result -> probe(item, source, result, at)).toList();
    }

    /** Whatever is written in the file, results have one name for it. */
    private static boolean isTarget(String target, ProbeSource source) {
        return source.targets().stream()
                .anyMatch(each -> ProbeTargets.isWord(each)
                        || ProbeTarget.parse(each, source.kind(), source.port())
                                .filter(it -> it.url().equals(target))
                                .isPresent());
    }

    private Answer probe(Item item, ProbeSource source, ProbeResult result, @Nullable Resource at) {
        var observed = sight.deployment().observed(Parts.PROBES);
        var place = at == null ? new Place(PlaceKind.SITE, null, result.target(), null) : Spots.place(source.at(), at);
        var status = result.status();
        var cadence = observed.cadence();
        var old = Duration.between(result.at(), sight.now()).compareTo(cadence.multipliedBy(2)) > 0;
        var number = status == null ? (result.good() ? Double.valueOf(result.millis()) : null) : Double.valueOf(status);
        var threshold = status == null && item.unit() != Unit.MILLISECONDS ? Threshold.NONE : item.threshold();
        return Answer.of(new Reading(
                item.id(),
                place,
                old ? Level.STALE : level(result, number, threshold),
                number,
                status == null ? Unit.MILLISECONDS : Unit.NONE,
                result.failure(),
                result.millis() + " ms",
                threshold,
                result.at(),
                cadence,
                List.of(),
                false,
                null,
                List.of()));
    }

    private Level level(ProbeResult result, @Nullable Double number, Threshold threshold) {
        if (!result.good()) {
            return Level.CRITICAL;
        }
        var ends = result.certificateNotAfter();
        var soon = ends != null && Duration.between(sight.now(), ends).compareTo(ENDS_SOON) < 0;
        var level = number == null ? Level.OK : Readings.level(number, threshold);
        return soon ? level.worse(Level.WARNING) : level;
    }
}
