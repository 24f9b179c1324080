package io.atalaya.ui.common;

import io.atalaya.deployment.Problem;
import java.util.List;
import java.util.Set;
import javafx.scene.layout.StackPane;

/** A problem with all there is to say: what, why, what to do, the request id, what to copy. For popups and side panels. */
public final class ProblemCard extends StackPane {
    public ProblemCard(Problem problem, LiveContext context, Runnable askNow) {
        getStyleClass().add("problem-card");
        getChildren().add(new SightNode(Sight.of(problem), context, Set.of(), askNow, List.of("", "")));
    }
}
