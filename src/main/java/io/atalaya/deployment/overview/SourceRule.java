package io.atalaya.deployment.overview;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sources that gave no answer: what they would have told cannot be judged. Few are named one by one; many of the same cause
 * are one cause.
 */
final class SourceRule implements Rule {
    static final int FEW = 3;

    private record Silent(Part<?> part, Problem problem) {}

    @Override
    public Stream<Finding> find(Situation situation) {
        var byKind = new LinkedHashMap<Problem.Kind, List<Silent>>();
        for (var part : Parts.all()) {
            var problem = situation.deployment().observed(part).problem();
            if (problem != null && problem.kind() != Problem.Kind.BLOCKED && problem.kind() != Problem.Kind.CANCELLED) {
                byKind.computeIfAbsent(problem.kind(), unused -> new ArrayList<>())
                        .add(new Silent(part, problem));
            }
        }
        return byKind.entrySet().stream().flatMap(SourceRule::of);
    }

    private static Stream<Finding> of(Map.Entry<Problem.Kind, List<Silent>> same) {
        var sources = same.getValue();
        return switch (same.getKey()) {
            case DENIED -> sources.size() <= FEW ? sources.stream().map(SourceRule::denied) : deniedMany(sources);
            case NOT_OFFERED ->
                Stream.of(finding(
                        FindingKind.SOURCES_NOT_OFFERED, Urgency.NOTE, sources.getFirst(), List.of(sources.size())));
            default ->
                sources.size() <= FEW ? sources.stream().map(SourceRule::failed) : failedMany(same.getKey(), sources);
        };
    }

    private static Finding denied(Silent source) {
        return finding(
                FindingKind.SOURCE_DENIED,
                Urgency.UNKNOWN,
                source,
                List.of(source.part().id(), action(source)));
    }

    private static Stream<Finding> deniedMany(List<Silent> sources) {
        var actions =
                sources.stream().map(SourceRule::action).distinct().limit(FEW).toList();
        return Stream.of(finding(
                FindingKind.SOURCES_DENIED,
                Urgency.UNKNOWN,
                sources.getFirst(),
                List.of(sources.size(), String.join(", ", actions))));
    }

    private static Finding failed(Silent source) {
        var problem = source.problem();
        return finding(
                FindingKind.SOURCE_FAILED,
                Urgency.UNKNOWN,
                source,
                List.of(source.part().id(), problem.kind().name(), problem.message()));
    }

    private static Stream<Finding> failedMany(Problem.Kind kind, List<Silent> sources) {
        return Stream.of(finding(
                FindingKind.SOURCES_FAILED,
                Urgency.UNKNOWN,
                sources.getFirst(),
                List.of(
                        kind.name(),
                        sources.size(),
                        sources.getFirst().problem().message())));
    }

    private static Finding finding(FindingKind kind, Urgency urgency, Silent first, List<Object> arguments) {
        return new Finding(kind, urgency, null, first.part(), null, arguments);
    }

    /** The action the denial names; AWS does not always name one, then the call itself. */
    private static String action(Silent source) {
        var named = source.problem().missingAction();
        return named == null ? source.problem().call() : named;
    }
}
