package io.atalaya.noc.signals;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.overview.AttentionList;
import io.atalaya.deployment.overview.Finding;
import io.atalaya.deployment.overview.FindingKind;
import io.atalaya.deployment.overview.Situation;
import io.atalaya.deployment.overview.Urgency;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signal;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.Words;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the overview calls attention to, without what is only worth knowing. */
final class FindingSignals {
    /** Prefix of the sentences the overview has for its findings; {@code .title} and {@code .detail} follow the kind. */
    static final String SENTENCE = "overview.finding.";

    /** Told by {@link AlarmSignals}, which knows the children of composite alarms. */
    private static final Set<FindingKind> ELSEWHERE = EnumSet.of(FindingKind.ALARM, FindingKind.ALARM_NO_DATA);

    /** About this console's own sight: they end when the console says so, whatever it sees of AWS. */
    private static final Set<FindingKind> OF_THE_CONSOLE = EnumSet.of(
            FindingKind.SOURCE_DENIED,
            FindingKind.SOURCES_DENIED,
            FindingKind.SOURCES_NOT_OFFERED,
            FindingKind.SOURCE_FAILED,
            FindingKind.SOURCES_FAILED);

    private FindingSignals() {}

    static Signals of(Deployment deployment, Instant now) {
        var sources = new Sources(deployment, now);
        var seeing = new HashSet<>(sources.seeing(Parts.all()));
        seeing.add(Sources.CONSOLE);
        var all = AttentionList.of(Situation.of(deployment, now)).stream()
                .filter(each -> !ELSEWHERE.contains(each.kind()))
                .flatMap(each -> signal(each, deployment, sources))
                .toList();
        return Signals.of(all, seeing);
    }

    private static Stream<Signal> signal(Finding finding, Deployment deployment, Sources sources) {
        var severity = severity(finding.urgency());
        if (severity == null) {
            return Stream.empty();
        }
        var own = OF_THE_CONSOLE.contains(finding.kind());
        return Stream.of(new Signal(
                finding.key(),
                finding.kind().name(),
                severity,
                new Words(SENTENCE + finding.kind() + ".title", finding.arguments()),
                finding.subject(),
                where(finding.subject(), deployment),
                own ? Sources.CONSOLE : finding.basis().id(),
                null,
                finding.since(),
                sources.askedAt(finding.basis()),
                own || sources.sees(finding.basis())));
    }

    private static @Nullable Severity severity(Urgency urgency) {
        return switch (urgency) {
            case FAILED -> Severity.CRITICAL;
            case DEGRADED -> Severity.WARNING;
            case UNKNOWN -> Severity.UNKNOWN;
            case NOTE -> null;
        };
    }

    /** An instance's name and zone; the last part of other ids. */
    static String where(@Nullable ResourceRef subject, Deployment deployment) {
        if (subject == null) {
            return "";
        }
        return deployment
                .index()
                .find(Instance.class, io.atalaya.deployment.ResourceType.INSTANCE, subject.id())
                .filter(each -> each.ref().equals(subject))
                .map(each -> each.name() + " " + each.zone())
                .orElseGet(() -> tail(subject.id()));
    }

    private static String tail(String id) {
        if (!id.startsWith("arn:")) {
            return id;
        }
        var name = id.substring(id.lastIndexOf(':') + 1);
        var parts = name.split("/");
        return parts.length < 2 ? name : parts[parts.length > 2 ? parts.length - 2 : 1];
    }
}
