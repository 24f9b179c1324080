package io.atalaya.ui.databases;

import io.atalaya.deployment.State;
import io.atalaya.deployment.databases.StorageOutlook;
import io.atalaya.ui.common.StateStyles;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Used, allocated, the point at which room is added, and the maximum on one axis. */
final class StorageBar extends Region {
    private static final double MARK = 2;
    private static final double INSET = 4;

    private final Region whole = part("storage-whole");
    private final Region allocated = part("storage-allocated");
    private final Region used = part("storage-used");
    private final Region mark = part("storage-mark");
    private @Nullable StorageOutlook shown;

    StorageBar() {
        getStyleClass().add("storage-bar");
        getChildren().addAll(whole, allocated, used, mark);
    }

    private static Region part(String styleClass) {
        var part = new Region();
        part.getStyleClass().add(styleClass);
        part.setManaged(false);
        return part;
    }

    /** @param state to draw what is used by; null where nothing is to be called out */
    void show(StorageOutlook storage, @Nullable State state, boolean stale, String inWords) {
        shown = storage;
        if (state == null && !stale) {
            StateStyles.clear(used);
        } else {
            StateStyles.apply(used, state == null ? State.UNKNOWN : state, stale);
        }
        setAccessibleText(inWords);
        requestLayout();
    }

    /** Where that many GiB are. */
    double x(double gib) {
        var storage = shown;
        double most = storage == null ? 1 : Math.max(1, Math.max(storage.limitGib(), storage.allocatedGib()));
        return Math.clamp(gib / most, 0, 1) * getWidth();
    }

    @Override
    protected void layoutChildren() {
        var storage = shown;
        double height = getHeight();
        if (storage == null) {
            return;
        }
        whole.resizeRelocate(0, INSET, getWidth(), height - 2 * INSET);
        allocated.resizeRelocate(0, INSET, x(storage.allocatedGib()), height - 2 * INSET);
        var taken = storage.usedGib() == null ? 0 : x(storage.usedGib());
        used.setVisible(storage.usedGib() != null);
        used.resizeRelocate(1, INSET + 1, Math.max(0, taken - 1), height - 2 * INSET - 2);
        var grows = storage.growsAtGib();
        mark.setVisible(grows.isPresent());
        grows.ifPresent(gib -> mark.resizeRelocate(Math.round(x(gib)), 0, MARK, height));
    }
}
