package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Question;

/** Answers questions about snapshots. */
@FunctionalInterface
interface Answering {
    Answer answer(Deployment deployment, Question question);
}
