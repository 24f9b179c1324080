package io.atalaya.ui.acting;

import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.run.RunningAct;
import io.atalaya.operate.run.Standing;
import io.atalaya.ui.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * How acts ended, at the lower right, in nobody's way. What was done goes by itself after a while; what was not stays until
 * somebody puts it away.
 */
public final class NoticeStack extends VBox {
    private static final Duration STAYS = Duration.ofSeconds(60);
    private static final int MOST = 4;

    private Subscription subscriptions = Subscription.EMPTY;

    public NoticeStack() {
        getStyleClass().add("notices");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /** From now on shows what ends. */
    public void follow(ActingDesk desk, ViewContext context) {
        var ended = desk.running().ended();
        ListChangeListener<RunningAct> drawn = change -> draw(desk, context);
        ended.addListener(drawn);
        subscriptions = Subscription.combine(
                () -> ended.removeListener(drawn), context.now().subscribe(now -> tidy(ended, now)));
        draw(desk, context);
    }

    /** Shows no more. */
    public void forget() {
        subscriptions.unsubscribe();
        getChildren().clear();
    }

    private void draw(ActingDesk desk, ViewContext context) {
        var all = desk.running().ended();
        var newest = List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
        getChildren()
                .setAll(newest.stream()
                        .map(act -> new NoticeCard(act, context, desk, () -> all.remove(act)))
                        .toList());
    }

    private static void tidy(List<RunningAct> ended, Instant now) {
        ended.removeIf(act -> isGood(act.standing())
                && act.standing().problem() == null
                && Duration.between(act.startedAt().plus(took(act.standing())), now)
                                .compareTo(STAYS)
                        > 0);
    }

    private static Duration took(Standing standing) {
        var took = standing.took();
        return took == null ? Duration.ZERO : took;
    }

    static boolean isGood(Standing standing) {
        return standing.verdict() == JournalEntry.Verdict.DONE || standing.verdict() == JournalEntry.Verdict.ACCEPTED;
    }
}
