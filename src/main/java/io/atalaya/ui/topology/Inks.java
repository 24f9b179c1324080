package io.atalaya.ui.topology;

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

/** Brings the style sheet's colours to a canvas, and tells when a change of theme changed them. Takes no room and shows nothing. */
final class Inks extends Region {
    private static final Map<Ink, CssMetaData<Inks, Paint>> METAS = metas();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private final Map<Ink, StyleableObjectProperty<Paint>> paints = new EnumMap<>(Ink.class);

    Inks(Runnable onChange) {
        getStyleClass().add("topology-inks");
        setManaged(false);
        setVisible(false);
        METAS.forEach((ink, meta) -> {
            var property = new SimpleStyleableObjectProperty<Paint>(meta, this, ink.property(), Color.GRAY);
            property.addListener(it -> onChange.run());
            paints.put(ink, property);
        });
    }

    Paint get(Ink ink) {
        return property(ink).get();
    }

    private StyleableObjectProperty<Paint> property(Ink ink) {
        var property = paints.get(ink);
        if (property == null) {
            throw new IllegalStateException(ink.toString());
        }
        return property;
    }

    private static Map<Ink, CssMetaData<Inks, Paint>> metas() {
        var metas = new EnumMap<Ink, CssMetaData<Inks, Paint>>(Ink.class);
        for (var ink : Ink.values()) {
            metas.put(ink, new CssMetaData<>(ink.property(), PaintConverter.getInstance(), Color.GRAY) {
                @Override
                public boolean isSettable(Inks inks) {
                    return !inks.property(ink).isBound();
                }

                @Override
                public StyleableProperty<Paint> getStyleableProperty(Inks inks) {
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
