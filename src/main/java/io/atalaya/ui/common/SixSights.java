package io.atalaya.ui.common;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.State;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javafx.beans.DefaultProperty;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Holds a table and shows it, or what there is to say instead: loading, empty, denied, not offered, failed. Rows of an
 * earlier answer stay, under a banner. In FXML the one child is the table.
 */
@DefaultProperty("content")
public final class SixSights extends StackPane {
    private final ObjectProperty<@Nullable Node> content = new SimpleObjectProperty<>(this, "content");
    private final StringProperty emptyTitle = new SimpleStringProperty(this, "emptyTitle", "");
    private final StringProperty emptyDetail = new SimpleStringProperty(this, "emptyDetail", "");
    private final Banner banner = new Banner();
    private final VBox column = new VBox(banner);
    // Held by this node, known to context and tick only weakly.
    private final InvalidationListener onChange = it -> refresh();
    private @Nullable LiveContext context;
    private @Nullable Part<?> part;
    private Set<String> calls = Set.of();
    private @Nullable Sight shown;
    private @Nullable SightNode instead;

    public SixSights() {
        getStyleClass().add("six-sights");
        getChildren().add(column);
        VBox.setVgrow(this, Priority.ALWAYS);
        setMinHeight(0);
        content.addListener((it, before, after) -> {
            if (before != null) {
                column.getChildren().remove(before);
            }
            if (after != null) {
                column.getChildren().add(after);
                VBox.setVgrow(after, Priority.ALWAYS);
            }
        });
        hide(banner);
    }

    public ObjectProperty<@Nullable Node> contentProperty() {
        return content;
    }

    public @Nullable Node getContent() {
        return content.get();
    }

    public void setContent(Node node) {
        content.set(node);
    }

    /** What an empty but complete answer means here: {@code No target is registered}. */
    public StringProperty emptyTitleProperty() {
        return emptyTitle;
    }

    public String getEmptyTitle() {
        return emptyTitle.get();
    }

    public void setEmptyTitle(String text) {
        emptyTitle.set(text);
    }

    public StringProperty emptyDetailProperty() {
        return emptyDetail;
    }

    public String getEmptyDetail() {
        return emptyDetail.get();
    }

    public void setEmptyDetail(String text) {
        emptyDetail.set(text);
    }

    /**
     * From now on shows the sight of this part.
     *
     * @param callNames the calls that read it, as IAM names them, for the sight while loading
     */
    public void follow(LiveContext given, Part<?> what, Set<String> callNames) {
        context = given;
        part = what;
        calls = Set.copyOf(callNames);
        given.deployment().addListener(new WeakInvalidationListener(onChange));
        given.now().addListener(new WeakInvalidationListener(onChange));
        refresh();
    }

    /** What is shown now; null before {@link #follow}. */
    public @Nullable Sight shown() {
        return shown;
    }

    private void refresh() {
        var given = context;
        var what = part;
        if (given == null || what == null) {
            return;
        }
        var now = given.now().getValue();
        Observed<? extends Listing<?>> observed = given.deployment().getValue().observed(what);
        var sight = Sight.of(observed, now);
        if (!sight.equals(shown)) {
            shown = sight;
            show(sight, given, what);
        }
        if (getContent() instanceof DataTable<?> table) {
            table.setStale(observed.freshness(now) == Freshness.LAST_KNOWN);
        }
        tick(sight, given, now);
    }

    private void show(Sight sight, LiveContext given, Part<?> what) {
        boolean rows = sight instanceof Sight.Rows || sight instanceof Sight.Stale;
        column.setVisible(rows);
        if (instead != null) {
            getChildren().remove(instead);
            instead = null;
        }
        if (!rows) {
            Runnable askNow = () -> given.askNow(Set.of(what));
            instead = new SightNode(sight, given, calls, askNow, List.of(getEmptyTitle(), getEmptyDetail()));
            getChildren().add(instead);
        }
        if (sight instanceof Sight.Stale stale) {
            banner.showAction(given.texts().get("common.sight.askNow"), () -> given.askNow(Set.of(what)));
            banner.setVisible(true);
            banner.setManaged(true);
            bannerText(stale, given, given.now().getValue());
        } else {
            hide(banner);
        }
    }

    private void tick(Sight sight, LiveContext given, Instant now) {
        if (sight instanceof Sight.Stale stale) {
            bannerText(stale, given, now);
        }
        if (instead != null) {
            instead.tick(now);
        }
    }

    private void bannerText(Sight.Stale stale, LiveContext given, Instant now) {
        var texts = given.texts();
        var ages = new Ages(texts, given.zone());
        var problem = stale.problem();
        banner.show(
                State.DEGRADED,
                texts.get("common.sight.stale.title", ages.time(stale.asked(), now)),
                problem == null ? texts.get("common.sight.stale.late") : reason(problem, texts));
    }

    private static String reason(Problem problem, Texts texts) {
        var named = problem.missingAction();
        var what = new ProblemTexts(texts).what(problem);
        return named == null
                ? what + " · " + problem.code()
                : what + " · " + texts.get("common.sight.needs") + " " + named;
    }

    private static void hide(Node node) {
        node.setVisible(false);
        node.setManaged(false);
    }
}
