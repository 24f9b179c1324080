package io.atalaya.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what the CSS engine complains of: an unknown look-up, a value it cannot convert, a sheet it cannot read. */
final class CssTrap extends Handler {
    private static final Logger CSS = Logger.getLogger("javafx.css");
    private final List<String> caught = new ArrayList<>();

    void arm() {
        synchronized (caught) {
            caught.clear();
        }
        CSS.addHandler(this);
    }

    List<String> disarm() {
        CSS.removeHandler(this);
        synchronized (caught) {
            return List.copyOf(caught);
        }
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
            synchronized (caught) {
                caught.add(line.getMessage());
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
