package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Question;
import io.atalaya.deployment.reach.Reachability;
import org.jspecify.annotations.Nullable;

/** Answers from the rules, with what was worked out of the newest snapshot kept for the next question. From any thread. */
final class Networks implements Answering {
    private record Known(Deployment deployment, Reachability reachability) {}

    private volatile @Nullable Known known;

    @Override
    public Answer answer(Deployment deployment, Question question) {
        return of(deployment).answer(question);
    }

    Reachability of(Deployment deployment) {
        var last = known;
        if (last == null || last.deployment() != deployment) {
            last = new Known(deployment, Reachability.of(deployment));
            known = last;
        }
        return last.reachability();
    }
}
