package io.atalaya.ui.perimeter;

import io.atalaya.deployment.reach.Path;
import io.atalaya.deployment.reach.Point;
import io.atalaya.ui.common.Texts;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** {@code No: 10.20.0.7 → 10.20.1.57}: what tells a path from the others. */
final class PathNames extends StringConverter<Path> {
    private final Texts texts;

    PathNames(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String toString(@Nullable Path path) {
        return path == null
                ? ""
                : texts.get("perimeter.verdict." + path.verdict()) + ": " + name(path.from()) + " → " + name(path.to());
    }

    /** Names are only shown. */
    @Override
    public @Nullable Path fromString(String text) {
        return null;
    }

    private String name(Point point) {
        return point.addresses().isOne()
                ? point.addresses().first().toString()
                : texts.get("perimeter.point." + point.kind());
    }
}
