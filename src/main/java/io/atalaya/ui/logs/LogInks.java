package io.atalaya.ui.logs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** Brings the style sheet's colours to what is drawn by hand, and tells when a change of theme changed them. Shows nothing. */
final class LogInks extends Region {
    private static final Map<LogInk, CssMetaData<LogInks, Paint>> METAS = metas();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private final Map<LogInk, StyleableObjectProperty<Paint>> paints = new EnumMap<>(LogInk.class);

    LogInks(Runnable onChange) {
        getStyleClass().add("log-inks");
        setManaged(false);
        setVisible(false);
        METAS.forEach((ink, meta) -> {
            var property = new SimpleStyleableObjectProperty<Paint>(meta, this, ink.property(), Color.GRAY);
            property.addListener(it -> onChange.run());
            paints.put(ink, property);
        });
    }

    Paint get(LogInk ink) {
        return property(ink).get();
    }

    private StyleableObjectProperty<Paint> property(LogInk ink) {
        var property = paints.get(ink);
        if (property == null) {
            throw new IllegalStateException(ink.toString());
        }
        return property;
    }

    private static Map<LogInk, CssMetaData<LogInks, Paint>> metas() {
        var metas = new EnumMap<LogInk, CssMetaData<LogInks, Paint>>(LogInk.class);
        for (var ink : LogInk.values()) {
            metas.put(ink, new CssMetaData<>(ink.property(), PaintConverter.getInstance(), Color.GRAY) {
                @Override
                public boolean isSettable(LogInks inks) {
                    return !inks.property(ink).isBound();
                }

                @Override
                public StyleableProperty<Paint> getStyleableProperty(LogInks inks) {
                    return inks.property(ink);
                }
            });
        }
        return metas;
    }

    private static List<CssMetaData<? extends Styleable, ?>> all() {
        var all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(METAS.values());
        return List.copyOf(all);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }
}
