package io.atalaya.ui.perimeter;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.operate.trail.PerimeterTrail;
import io.atalaya.operate.trail.TrailRule;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.ProblemTexts;

/** Who changed a group, an ACL or a route table last, or why that is not known. */
final class LastChanged {
    private final ViewContext context;
    private final PerimeterTrail trail;

    LastChanged(ViewContext context, PerimeterTrail trail) {
        this.context = context;
        this.trail = trail;
    }

    /** Asks where it is not known; empty for what CloudTrail is not asked about. */
    String of(ResourceRef resource) {
        if (!PerimeterTrail.KINDS.contains(resource.type())) {
            return "";
        }
        var kinds = java.util.Set.of(resource.type());
        trail.look(kinds);
        var told = trail.of(resource.type());
        var texts = context.texts();
        var problem = told.problem();
        if (problem != null) {
            return texts.get("perimeter.last.notRead", new ProblemTexts(texts).what(problem), problem.call());
        }
        if (told.askedAt() == null) {
            return texts.get("perimeter.last.asking");
        }
        return told.touches().stream()
                .filter(each -> each.resource().equals(resource))
                .findFirst()
                .map(each -> texts.get(
                        "perimeter.last",
                        new Ages(texts, context.zone())
                                .time(each.event().at(), context.now().getValue()),
                        each.who().isEmpty() ? "AWS" : AwsText.word(each.who()),
                        each.event().name(),
                        each.event().requestId()))
                .orElseGet(() -> texts.get(
                        told.complete() ? "perimeter.last.none" : "perimeter.last.noneRead", TrailRule.KEPT.toDays()));
    }
}
