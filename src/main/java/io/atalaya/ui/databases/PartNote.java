package io.atalaya.ui.databases;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Problem;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.Texts;
import java.util.Optional;

/** What a small panel says where its part was never read: denied, not offered, failed, or not yet. */
final class PartNote {
    private PartNote() {}

    /** Empty where the part was read: then nothing there is nothing. */
    static Optional<String> of(Deployment deployment, Part<?> part, Texts texts) {
        var observed = deployment.observed(part);
        if (observed.value() != null) {
            return Optional.empty();
        }
        return Optional.of(
                observed.problem() == null ? texts.get("databases.note.asking") : of(observed.problem(), texts));
    }

    private static String of(Problem problem, Texts texts) {
        var what = new ProblemTexts(texts).what(problem);
        return problem.missingAction() == null
                ? texts.get("databases.note.problem", what, problem.call())
                : texts.get("databases.note.denied", what, problem.missingAction());
    }
}
