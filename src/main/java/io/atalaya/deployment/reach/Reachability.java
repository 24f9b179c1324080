package io.atalaya.deployment.reach;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers who can reach what in one snapshot: from the rules alone, there and back, with the rule that decides at each step.
 * Immutable, for any thread.
 */
public final class Reachability {
    /** More pairs of places than this are no question a person asks. */
    private static final int MOST_PAIRS = 4_000;

    private final NetworkIndex index;
    private final Places places;

    public Reachability(NetworkIndex index) {
        this.index = index;
        this.places = new Places(index);
    }

    public static Reachability of(Deployment deployment) {
        return new Reachability(NetworkIndex.of(deployment));
    }

    /** For {@link Exposure} and {@link Matrix}, which ask the same snapshot. */
    public NetworkIndex index() {
        return index;
    }

    public Answer answer(Question question) {
        var remedy = new Remedy();
        var from = places.of(question.from(), question.to(), false);
        var to = places.of(question.to(), question.from(), question.from() instanceof End.Internet);
        var doubts = new LinkedHashSet<Doubt>();
        doubts.addAll(from.doubts());
        doubts.addAll(to.doubts());
        var traces = new ArrayList<Trace>();
        var open = !doubts.isEmpty();
        var pairs = 0;
        for (var source : from.places()) {
            for (var target : to.places()) {
                if (source.six() != target.six()
                        || !question.protocol().fits(source.six())
                        || (source.nic() != null && source.nic() == target.nic())) {
                    continue;
                }
                if (!source.inside() && !target.inside()) {
                    doubts.add(Doubt.of(Doubt.Kind.OUTSIDE, null));
                    open = true;
                } else if (++pairs > MOST_PAIRS) {
                    doubts.add(Doubt.of(Doubt.Kind.TOO_MANY, null));
                    open = true;
                    break;
                } else {
                    traces.addAll(follow(question, source, target, remedy));
                }
            }
        }
        return sum(question, traces, doubts, open, from.oneOf() || to.oneOf(), remedy);
    }

    List<Trace> follow(Question question, Place source, Place target, Remedy remedy) {
        if (source.inside() && target.inside()) {
            return new Walk(index, remedy).follow(question, source, target);
        }
        return source.inside()
                ? new WalkOut(index, remedy).follow(question, source, target)
                : new WalkIn(index, remedy).follow(question, source, target);
    }

    private Answer sum(
            Question question, List<Trace> traces, Set<Doubt> doubts, boolean open, boolean oneOf, Remedy remedy) {
        var paths = new ArrayList<Path>();
        Set<Part<?>> used = new LinkedHashSet<>(List.of(Parts.VPCS, Parts.SUBNETS, Parts.NETWORK_INTERFACES));
        for (var trace : traces) {
            paths.add(trace.path());
            used.addAll(trace.used());
            doubts.addAll(trace.doubts());
        }
        var verdict = verdict(paths, open, oneOf || somewhere(traces), doubts);
        paths.sort(Comparator.comparing(each -> rank(each.verdict())));
        var passing = paths.stream().flatMap(each -> each.passing().stream()).toList();
        var mended = verdict != Verdict.YES;
        return new Answer(
                question,
                verdict,
                paths,
                passing,
                List.copyOf(doubts),
                mended ? remedy.changes() : List.of(),
                mended && remedy.complete() && !open && !paths.isEmpty(),
                asOf(used),
                used.stream()
                        .filter(each -> index.deployment().observed(each).problem() != null
                                && index.deployment().observed(each).value() != null)
                        .toList());
    }

    /** Whether an interface stands for a whole subnet, because its address is not known, and its parts differ. */
    private static boolean somewhere(List<Trace> traces) {
        return traces.stream().anyMatch(each -> unplaced(each.source()) || unplaced(each.target()));
    }

    private static boolean unplaced(Place place) {
        return place.nic() != null && place.nic().addresses().isEmpty();
    }

    private Verdict verdict(List<Path> paths, boolean open, boolean oneOf, Set<Doubt> doubts) {
        var verdicts = new LinkedHashSet<Verdict>();
        paths.forEach(each -> verdicts.add(each.verdict()));
        if (open) {
            verdicts.add(Verdict.CANNOT_TELL);
        }
        if (verdicts.isEmpty()) {
            // no place was found at one end: certain only where every place is known
            Stream.of(Parts.NETWORK_INTERFACES, Parts.SUBNETS, Parts.VPCS)
                    .map(index::doubt)
                    .filter(Objects::nonNull)
                    .forEach(doubts::add);
            return doubts.isEmpty() ? Verdict.NO : Verdict.CANNOT_TELL;
        }
        if (verdicts.contains(Verdict.CANNOT_TELL)) {
            return Verdict.CANNOT_TELL;
        }
        if (verdicts.size() == 1 && !verdicts.contains(Verdict.PARTLY)) {
            return verdicts.iterator().next();
        }
        if (oneOf && !alike(paths)) {
            doubts.add(Doubt.of(Doubt.Kind.ADDRESS_UNKNOWN, null));
            return Verdict.CANNOT_TELL;
        }
        return Verdict.PARTLY;
    }

    /** Whether the same passes wherever it is. */
    private static boolean alike(List<Path> paths) {
        return paths.stream().allMatch(path -> path.passing().stream()
                        .allMatch(each -> each.from().equals(path.from().addresses())
                                && each.to().equals(path.to().addresses())))
                && paths.stream()
                                .map(path -> path.passing().stream()
                                        .map(each -> List.of(each.ports(), each.clientPorts(), each.translatedPorts()))
                                        .toList())
                                .distinct()
                                .count()
                        == 1;
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case NO -> 0;
            case PARTLY -> 1;
            case CANNOT_TELL -> 2;
            case YES -> 3;
        };
    }

    private @Nullable Instant asOf(Set<Part<?>> used) {
        return used.stream()
                .map(each -> index.deployment().observed(each).askedAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
