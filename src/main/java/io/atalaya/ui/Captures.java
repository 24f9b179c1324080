package io.atalaya.ui;

import java.nio.file.Path;

/** The view where capsules of evidence are. */
public interface Captures {
    /** Somebody wants a capsule and is here already: asks of what. */
    void newCapsule();

    /** Brings a capsule into sight. */
    void showCapsule(Path file);
}
