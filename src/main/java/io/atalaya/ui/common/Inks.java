package io.atalaya.ui.common;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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

/**
 * Brings the style sheet's colours to what is drawn by hand, and tells when a change of theme changed them. Takes no room and shows
 * nothing, but must stand in the scene.
 *
 * @param <E> the roles of the colours
 */
public final class Inks<E extends Enum<E>> extends Region {
    private final Sheet<E> sheet;
    private final Map<E, StyleableObjectProperty<Paint>> paints;

    /**
     * How a style sheet names them: {@code FRAME_QUIET} is {@code -ink-frame-quiet}. Made once for all nodes.
     *
     * @param <E> the roles of the colours
     */
    public static final class Sheet<E extends Enum<E>> {
        private final String style;
        private final Class<E> roles;
        private final Map<E, CssMetaData<Inks<E>, Paint>> metas;
        private final List<CssMetaData<? extends Styleable, ?>> all;

        /** @param style class by which the style sheet knows the node */
        public Sheet(Class<E> roles, String style) {
            this.style = style;
            this.roles = roles;
            this.metas = new EnumMap<>(roles);
            EnumSet.allOf(roles).forEach(ink -> metas.put(ink, meta(ink)));
            var every = new ArrayList<>(Region.getClassCssMetaData());
            every.addAll(metas.values());
            this.all = List.copyOf(every);
        }

        private CssMetaData<Inks<E>, Paint> meta(E ink) {
            var property = "-ink-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new CssMetaData<>(property, PaintConverter.getInstance(), Color.GRAY) {
                @Override
                public boolean isSettable(Inks<E> inks) {
                    return !inks.property(ink).isBound();
                }

                @Override
                public StyleableProperty<Paint> getStyleableProperty(Inks<E> inks) {
                    return inks.property(ink);
                }
            };
        }
    }

    /** @param onChange when any of the colours is another */
    public Inks(Sheet<E> sheet, Runnable onChange) {
        this.sheet = sheet;
        this.paints = new EnumMap<>(sheet.roles);
        getStyleClass().add(sheet.style);
        setManaged(false);
        setVisible(false);
        sheet.metas.forEach((ink, meta) -> {
            var property = new SimpleStyleableObjectProperty<Paint>(meta, this, meta.getProperty(), Color.GRAY);
            property.addListener(it -> onChange.run());
            paints.put(ink, property);
        });
    }

    public Paint get(E ink) {
        return property(ink).get();
    }

    private StyleableObjectProperty<Paint> property(E ink) {
        var property = paints.get(ink);
        if (property == null) {
            throw new IllegalStateException(ink.toString());
        }
        return property;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return sheet.all;
    }
}
