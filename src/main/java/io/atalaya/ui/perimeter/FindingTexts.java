package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.audit.Finding;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Findings as rows and as CSV. */
final class FindingTexts {
    private static final int SOME = 4;

    private final Texts texts;
    private final Ages ages;

    FindingTexts(Texts texts, Ages ages) {
        this.texts = texts;
        this.ages = ages;
    }

    List<FindingRow> rows(
            Deployment deployment, List<Finding> findings, Map<String, Acceptance> accepted, Instant now) {
        var openings = new OpeningTexts(texts, deployment);
        return findings.stream()
                .map(each -> row(each, deployment, openings, accepted.get(each.key()), now))
                .toList();
    }

    private FindingRow row(
            Finding finding,
            Deployment deployment,
            OpeningTexts openings,
            @Nullable Acceptance acceptance,
            Instant now) {
        var holds = acceptance != null && acceptance.until().isAfter(now);
        var severity = severity(finding.severity());
        var what = texts.get("perimeter.finding." + finding.kind());
        var name = name(finding.resource(), deployment);
        var protocol = finding.protocol();
        var traffic = protocol == null ? "" : openings.traffic(protocol, finding.ports());
        var related = finding.related().stream()
                .limit(SOME)
                .map(each -> name(each, deployment))
                .collect(Collectors.joining(", "));
        var detail = traffic.isEmpty() ? related : related.isEmpty() ? traffic : traffic + " · " + related;
        var note = holds && acceptance != null
                ? texts.get(
                        "perimeter.accepted.by", acceptance.by(), ages.time(acceptance.until(), now), acceptance.note())
                : "";
        var seen = holds
                ? new Seen(
                        new Condition(State.HEALTHY, texts.get("perimeter.accepted"), severity + ". " + note),
                        Freshness.CURRENT)
                : new Seen(Condition.of(state(finding.severity()), severity), Freshness.CURRENT);
        return new FindingRow(
                finding.key(),
                seen,
                finding.resource(),
                what,
                name,
                detail,
                note,
                String.join("\n", severity, what, name, finding.resource().id(), detail, note));
    }

    String severity(Finding.Severity severity) {
        return texts.get("perimeter.severity." + severity);
    }

    private static State state(Finding.Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> State.FAILED;
            case MEDIUM, LOW -> State.DEGRADED;
            case INFO -> State.HEALTHY;
        };
    }

    private static String name(ResourceRef ref, Deployment deployment) {
        return deployment.index().find(ref).map(Resource::name).orElse(ref.id());
    }

    /** With a head; no cell begins as a formula does. */
    static String csv(List<FindingRow> rows) {
        var lines = new ArrayList<String>();
        lines.add("severity,finding,type,id,name,detail,accepted");
        rows.forEach(row -> lines.add(List.of(
                        row.seen().condition().word(),
                        row.what(),
                        row.resource().type().awsName(),
                        row.resource().id(),
                        row.name(),
                        row.detail(),
                        row.accepted())
                .stream()
                .map(FindingTexts::cell)
                .collect(Collectors.joining(","))));
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
