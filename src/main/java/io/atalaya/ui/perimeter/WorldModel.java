package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.audit.Audit;
import io.atalaya.deployment.reach.End;
import io.atalaya.deployment.reach.Exposure;
import io.atalaya.deployment.reach.Matrix;
import io.atalaya.deployment.reach.Question;
import io.atalaya.deployment.reach.Verdict;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the internet reaches, what was found, which tiers reach which, and how that was before. */
final class WorldModel {
    /**
     * Everything of one snapshot.
     *
     * @param moment what is kept of it, to compare later; null while something that decides was not read
     */
    record Made(
            Deployment deployment,
            Exposure exposure,
            List<OpeningRow> openings,
            Matrix matrix,
            Audit audit,
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
    Made make(Deployment deployment, Instant now) {
        var before = made;
        if (before != null && deployment.saysSame(before.deployment(), PerimeterModel.MADE_OF)) {
            return new Made(
                    deployment, before.exposure(), before.openings(), before.matrix(), before.audit(), before.moment());
        }
        var index = networks.of(deployment).index();
        var scanned = Exposure.of(index);
        var exposure = new Exposure(
                Openings.byPort(scanned, (opening, ports) -> isForEverybody(deployment, opening, ports)),
                scanned.unknown());
        return new Made(
                deployment,
                exposure,
                new OpeningTexts(texts, deployment).rows(exposure),
                Matrix.of(index),
                Audit.of(deployment, exposure),
                PastPerimeter.of(deployment, exposure, now).orElse(null));
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
