package io.atalaya.ui.shell;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What was typed, what it finds, which of it is chosen. */
public final class PaletteModel {
    /** More than fit are no help: one types another letter. */
    static final int MOST = 50;

    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", -1);
    private final ObservableList<PaletteEntry> found = FXCollections.observableArrayList();
    private List<PaletteEntry> all = List.of();

    public PaletteModel() {
        query.addListener(it -> search());
    }

    /** Begins anew with what can be found now. */
    public void open(List<PaletteEntry> entries) {
        all = List.copyOf(entries);
        query.set("");
        search();
    }

    private void search() {
        found.setAll(PaletteRanking.find(query.get(), all, MOST));
        chosen.set(found.isEmpty() ? -1 : 0);
    }

    /** Up or down by so many, stopping at the ends. */
    public void move(int by) {
        if (!found.isEmpty()) {
            chosen.set(Math.clamp(chosen.get() + by, 0, found.size() - 1));
        }
    }

    /** What Enter opens; null when nothing is found. */
    public @Nullable PaletteEntry choice() {
        return chosen.get() < 0 ? null : found.get(chosen.get());
    }

    public StringProperty queryProperty() {
        return query;
    }

    public IntegerProperty chosenProperty() {
        return chosen;
    }

    public ObservableList<PaletteEntry> found() {
        return found;
    }
}
