package io.atalaya.ui.topology;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.topology.Edge;
import io.atalaya.deployment.topology.Placed;
import io.atalaya.ui.common.Inks;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;

/**
 * The plane. Everything is painted on one canvas of the size of the screen; cards that are near enough to be read are
 * controls over it. What is painted happens once per pulse, in the layout pass.
 */
final class TopologyPane extends Region {
    private static final double HEAD = 34;
    private static final double READABLE = 0.6;
    private static final int MOST_CONTROLS = 170;
    private static final int PER_PULSE = 10;

    private final Canvas canvas = new Canvas();
    private final Canvas heads = new Canvas();
    private final Pane world = new Pane();
    private final Translate move = new Translate();
    private final Scale zoom = new Scale();
    private final Label ruler = new Label();
    private final Inks<Ink> inks = new Inks<>(Ink.SHEET, this::requestLayout);
    private final Minimap minimap = new Minimap(inks, this::centerOn);
    private final ScenePainter painter;
    private final Texts texts;
    private final CardPool pool;
    private Viewport view = Viewport.start(HEAD);
    private boolean fitted = true;
    private double covered;
    private @Nullable Viewport uncovered;
    private boolean moving;
    private @Nullable Picture picture;
    private Set<Edge> path = Set.of();
    private @Nullable ResourceRef selected;
    private Map<Part<?>, Freshness> freshness = Map.of();

    TopologyPane(Texts texts, Consumer<ResourceRef> onRow) {
        getStyleClass().add("topology-pane");
        painter = new ScenePainter(canvas.getGraphicsContext2D(), inks, texts);
        pool = new CardPool(world, () -> new NodeCard(texts, onRow));
        this.texts = texts;
        canvas.setManaged(false);
        heads.setManaged(false);
        heads.setMouseTransparent(true);
        world.setManaged(false);
        world.getStyleClass().add("topology-world");
        world.getTransforms().addAll(move, zoom);
        world.setPickOnBounds(false);
        ruler.setVisible(false);
        ruler.setManaged(false);
        ruler.fontProperty().addListener(it -> requestLayout());
        minimap.setManaged(false);
        getChildren().addAll(inks, ruler, canvas, world, heads, minimap);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
    }

    void show(@Nullable Picture wanted, Set<Edge> wayToSelection, @Nullable ResourceRef chosen) {
        var before = picture;
        picture = wanted;
        path = wayToSelection;
        selected = chosen;
        if (wanted != null && (before == null || before.placement() != wanted.placement())) {
            minimap.show(wanted);
        }
        requestLayout();
    }

    void freshness(Map<Part<?>, Freshness> now) {
        if (!now.equals(freshness)) {
            freshness = now;
            requestLayout();
        }
    }

    Viewport view() {
        return view;
    }

    @Nullable
    Picture picture() {
        return picture;
    }

    /** @param inMotion whether more of the same comes in the next pulses: then few cards are made per pulse */
    void move(Viewport to, boolean inMotion) {
        fitted = false;
        uncovered = null;
        moving = inMotion;
        view = picture == null ? to : to.kept(picture.placement().bounds());
        requestLayout();
    }

    /** The gesture is over: everything that is seen becomes a control. */
    void rest() {
        if (moving) {
            moving = false;
            requestLayout();
        }
    }

    void fit() {
        fitted = true;
        uncovered = null;
        moving = false;
        requestLayout();
    }

    /** Brings a card on screen, near enough to read. */
    void bring(String key) {
        if (picture != null) {
            picture.placement().card(key).ifPresent(card -> {
                var free = view.resized(view.width() - covered, view.height());
                var to = free.showing(card.box(), view.scale() < READABLE ? textScale() : READABLE)
                        .resized(view.width(), view.height());
                // What is in sight already moves nothing, and a picture that fits goes on fitting.
                if (getWidth() > 0 && !to.equals(view)) {
                    var back = covered > 0 && fitted ? view : uncovered;
                    move(to, false);
                    uncovered = covered > 0 ? back : null;
                }
            });
        }
    }

    /** How much of the right is hidden by the inspector; when it goes, what was all in sight before is so again. */
    void cover(double width) {
        covered = width;
        if (width == 0 && uncovered != null) {
            fit();
        }
    }

    private void centerOn(double planeX, double planeY) {
        move(view.panned(view.width() / 2 - view.x(planeX), (view.height() + HEAD) / 2 - view.y(planeY)), false);
    }

    /** The card under a point of this pane; null where there is none. */
    @Nullable
    Placed at(double x, double y) {
        if (picture == null || y < HEAD) {
            return null;
        }
        var px = view.planeX(x);
        var py = view.planeY(y);
        for (var card : picture.placement().cards()) {
            if (card.box().contains(px, py)) {
                return card;
            }
        }
        return null;
    }

    @Nullable
    NodeCard control(String key) {
        return pool.control(key);
    }

    int controls() {
        return pool.controls().size();
    }

    private double textScale() {
        return ruler.getFont().getSize() / Theme.BASE_SIZE;
    }

    @Override
    protected void layoutChildren() {
        var width = Math.floor(getWidth());
        var height = Math.floor(getHeight());
        if (width < 1 || height < 1) {
            return;
        }
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            heads.setWidth(width);
            heads.setHeight(HEAD);
        }
        view = view.resized(width, height);
        var now = picture;
        if (now == null) {
            pool.show(List.of(), 0, card -> Freshness.CURRENT, null, key -> true);
            canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
            heads.getGraphicsContext2D().clearRect(0, 0, width, HEAD);
            minimap.setVisible(false);
            return;
        }
        if (fitted) {
            view = view.fitted(now.placement().bounds(), textScale());
        }
        draw(now);
    }

    private void draw(Picture now) {
        move.setX(view.offsetX());
        move.setY(view.offsetY());
        zoom.setX(view.scale());
        zoom.setY(view.scale());
        var seen = view.seen();
        var near = view.scale() < READABLE
                ? List.<Placed>of()
                : now.placement().cards().stream()
                        .filter(card -> card.box().overlaps(seen))
                        .limit(MOST_CONTROLS + 1L)
                        .toList();
        var wanted = near.size() > MOST_CONTROLS ? List.<Placed>of() : near;
        pool.show(
                wanted,
                moving ? PER_PULSE : Integer.MAX_VALUE,
                this::freshness,
                selected,
                key -> TopologyModel.lit(now, key));
        painter.paint(now, view, path, pool::has, card -> stale(freshness(card)));
        ScenePainter.heads(heads.getGraphicsContext2D(), inks, texts, now, view);
        minimap.look(view, getWidth(), getHeight());
    }

    private static boolean stale(Freshness fresh) {
        return fresh == Freshness.LAST_KNOWN || fresh == Freshness.NEVER_READ;
    }

    /** As fresh as the oldest part it was made from. */
    private Freshness freshness(Placed card) {
        var node = card.card().node();
        var worst = Freshness.CURRENT;
        if (node != null) {
            for (var part : node.parts()) {
                var each = freshness.getOrDefault(part, Freshness.CURRENT);
                // A part never read has its say in the node's state already; the rest of the card is still true.
                if (each != Freshness.NEVER_READ && each.compareTo(worst) > 0) {
                    worst = each;
                }
            }
        }
        return worst;
    }
}
