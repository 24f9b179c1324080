package io.atalaya.ui.noc;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.items.Boards;
import io.atalaya.ui.Moment;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Preparation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The newest board of a connection: made away from the screen whenever a snapshot or the catalogue changed, and at least every
 * {@link #AGAIN}, because values grow old without anybody saying so. One for all views, the wall and the desk.
 */
public final class BoardFeed {
    /** What a board is made of: asked for while somebody looks at it, or while the desk watches. */
    public static final List<Part<?>> MADE_OF = List.of(
            Parts.METRIC_NAMES,
            Parts.NOC_SERIES,
            Parts.LOG_VALUES,
            Parts.PROBES,
            Parts.INSTANCES,
            Parts.LOAD_BALANCERS,
            Parts.TARGET_GROUPS,
            Parts.TARGETS,
            Parts.DATABASES,
            Parts.FILE_SYSTEMS,
            Parts.HOSTED_ZONES,
            Parts.RECORD_SETS,
            Parts.LOG_GROUPS,
            Parts.ALARMS);

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private record Wanted(Moment moment, Catalogue catalogue) {}

    private final ReadOnlyObjectWrapper<@Nullable Board> board = new ReadOnlyObjectWrapper<>(this, "board");
    private final Boards boards = new Boards();
    private final ObservableValue<Catalogue> catalogue;
    private @Nullable ViewContext context;
    private @Nullable Preparation<Wanted, Board> preparation;
    // Held here, known to context and tick only weakly.
    private final InvalidationListener onNewer = it -> want();
    private final InvalidationListener onTick = it -> tick();

    /** @param catalogue changes on the JavaFX thread, when its file was read anew */
    public BoardFeed(ObservableValue<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /** Begins; once. */
    public void follow(ViewContext given, Executor background, Executor screen) {
        context = given;
        preparation = new Preparation<>(
                background,
                screen,
                it -> boards.of(
                        it.moment().deployment(), it.catalogue(), it.moment().now()),
                board::set,
                it -> false);
        given.deployment().addListener(new WeakInvalidationListener(onNewer));
        catalogue.addListener(new WeakInvalidationListener(onNewer));
        given.now().addListener(new WeakInvalidationListener(onTick));
        want();
    }

    /** Null before the first. */
    public ReadOnlyObjectProperty<@Nullable Board> board() {
        return board.getReadOnlyProperty();
    }

    private void want() {
        var given = context;
        var making = preparation;
        if (given != null && making != null) {
            catalogue.getValue(); // or it would not tell of the next change
            making.want(new Wanted(Moment.of(given), catalogue.getValue()));
        }
    }

    private void tick() {
        var given = context;
        var making = preparation;
        if (given == null || making == null) {
            return;
        }
        making.tick();
        var made = board.get();
        Instant now = given.now().getValue();
        if (made == null || Duration.between(made.at(), now).compareTo(AGAIN) >= 0) {
            want();
        }
    }
}
