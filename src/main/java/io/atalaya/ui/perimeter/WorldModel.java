package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.audit.Audit;
import io.atalaya.deployment.reach.End;
import io.atalaya.deployment.reach.Exposure;
import io.atalaya.deployment.reach.Matrix;
import io.atalaya.deployment.reach.Question;
import io.atalaya.deployment.reach.Verdict;
import io.atalaya.ui.Moment;
import io.atalaya.ui.common.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the internet reaches, what was found, which tiers reach which, and how that was before. What is looked for is only made while
 * it is looked at: the matrix of a large deployment takes seconds.
 */
final class WorldModel {
    /** What is to be made: of this snapshot, for the tab that is open. */
    record Wish(Moment moment, Tab tab) {}

    /**
     * What was made of one snapshot.
     *
     * @param matrix null unless its tab was open
     * @param audit null unless its tab was open
     * @param moment what is kept of it, to compare later; null while something that decides was not read
     */
    record Made(
            Deployment deployment,
            Exposure exposure,
            List<OpeningRow> openings,
            @Nullable Matrix matrix,
            @Nullable Audit audit,
            @Nullable PastPerimeter moment) {}

    private final Texts texts;
    private final Networks networks;
    private volatile @Nullable Made made;

    WorldModel(Texts texts, Networks networks) {
        this.texts = texts;
        this.networks = networks;
    }

    @Nullable
    Made made() {
        return made;
    }

    /** Off the screen's thread; of a snapshot that says the same nothing is made anew. */
    Made make(Wish wish) {
        var before = made;
        var deployment = wish.moment().deployment();
        var same = before != null && deployment.saysSame(before.deployment(), PerimeterModel.MADE_OF) ? before : null;
        if (same == null) {
            var scanned = Exposure.of(networks.of(deployment).index());
            var exposure = new Exposure(
                    Openings.byPort(scanned, (opening, ports) -> isForEverybody(deployment, opening, ports)),
                    scanned.unknown());
            same = new Made(
                    deployment,
                    exposure,
                    new OpeningTexts(texts, deployment).rows(exposure),
                    null,
                    null,
                    PastPerimeter.of(deployment, exposure, wish.moment().now()).orElse(null));
        }
        var matrix = same.matrix() == null && wish.tab() == Tab.MATRIX
                ? Matrix.of(networks.of(deployment).index())
                : same.matrix();
        var audit = same.audit() == null && wish.tab() == Tab.FINDINGS
                ? Audit.of(deployment, same.exposure())
                : same.audit();
        return new Made(deployment, same.exposure(), same.openings(), matrix, audit, same.moment());
    }

    private boolean isForEverybody(Deployment deployment, Exposure.Opening opening, Ports ports) {
        var six = !opening.from().isEmpty() && opening.from().first().six();
        return networks.answer(
                                deployment,
                                new Question(
                                        six ? End.Internet.SIX : End.Internet.FOUR,
                                        new End.Of(opening.resource()),
                                        opening.protocol(),
                                        ports))
                        .verdict()
                == Verdict.YES;
    }

    /** On the screen's thread. */
    void show(Made newer) {
        made = newer;
    }
}
