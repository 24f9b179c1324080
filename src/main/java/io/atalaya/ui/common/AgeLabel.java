package io.atalaya.ui.common;

import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * How old a value is: {@code as of 14:03:10 · 27 s}. Muted within its cadence, amber past one, a dashed "last known" past
 * two, "never read" before the first answer. Follows the one tick of the console; it has no timer.
 */
public final class AgeLabel extends Label {
    /** How much of it is written. */
    public enum Form {
        /** {@code as of 14:03:10 · 27 s}. */
        FULL,
        /** {@code 27 s}. */
        BRIEF
    }

    private final ObjectProperty<Form> form = new SimpleObjectProperty<>(this, "form", Form.FULL);
    private final ObjectProperty<Observed<?>> observed =
            new SimpleObjectProperty<>(this, "observed", Observed.never(Duration.ZERO));
    private final Tooltip exactly = new Tooltip();
    // Held by this label, known to the tick only weakly: a label that left the screen is forgotten.
    private final InvalidationListener tick = it -> refresh();
    private @Nullable LiveContext context;
    private @Nullable Ages ages;

    public AgeLabel() {
        getStyleClass().addAll("age-label", "mono");
        setGraphic(new Icon(Feather.CLOCK));
        setMinWidth(Region.USE_PREF_SIZE);
        form.addListener(it -> refresh());
        observed.addListener(it -> refresh());
    }

    /** Joins the tick and the time zone of a connection. Until then the label is empty. */
    public void attach(LiveContext given) {
        if (context != null) {
            throw new IllegalStateException("already attached");
        }
        context = given;
        ages = new Ages(given.texts(), given.zone());
        given.now().addListener(new WeakInvalidationListener(tick));
        setTooltip(exactly);
        refresh();
    }

    /** Joins, and shows the age of the part that can be trusted least. */
    public void follow(LiveContext given, List<? extends Part<?>> parts) {
        observed.bind(given.deployment()
                .map(it -> Ages.leastCurrent(it, parts, given.now().getValue())));
        attach(given);
    }

    /** What is aged. */
    public ObjectProperty<Observed<?>> observedProperty() {
        return observed;
    }

    public void setObserved(Observed<?> value) {
        observed.set(value);
    }

    public Form getForm() {
        return form.get();
    }

    public void setForm(Form value) {
        form.set(value);
    }

    private void refresh() {
        if (context == null || ages == null) {
            return;
        }
        var now = context.now().getValue();
        var value = observed.get();
        var freshness = value.freshness(now);
        setText(form.get() == Form.FULL ? ages.full(value, now) : ages.brief(value, now));
        mark(
                Ages.isArriving(value)
                        ? "age-arriving"
                        : "age-" + freshness.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        exactly.setText(explanation(value, context.texts(), ages));
        setAccessibleText(ages.full(value, now));
    }

    /** Styles are worked out anew whenever a class comes or goes, even the same one: once a second for every age. */
    private void mark(String style) {
        if (!getStyleClass().contains(style)) {
            getStyleClass().removeIf(it -> it.startsWith("age-") && !it.equals("age-label"));
            getStyleClass().add(style);
        }
    }

    private static String explanation(Observed<?> value, Texts texts, Ages ages) {
        var cadence = texts.get("common.age.every", Durations.words(value.cadence()));
        var asked = value.askedAt();
        if (asked == null) {
            return cadence;
        }
        var arriving = Ages.isArriving(value) ? texts.get("common.age.arriving.why") + "\n" : "";
        return arriving + ages.exact(asked) + "\n" + cadence;
    }
}
