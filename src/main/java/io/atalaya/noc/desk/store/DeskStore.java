package io.atalaya.noc.desk.store;

import io.atalaya.noc.desk.DeskState;
import java.io.IOException;
import java.util.List;

/**
 * A place where the consoles of a team bring their desks together. Used by one thread at a time, which may have to wait for
 * it; never the thread of the own desk.
 */
public interface DeskStore extends AutoCloseable {
    /** What it is called in a message: a folder, a database's address. Never with a password. */
    String name();

    /**
     * Leaves this desk there and brings what the others left.
     *
     * @param mine with what was brought before merged in: what it has forgotten by then may be forgotten
     * @return the others' desks merged, and what could not be read of them
     * @throws IOException where nothing could be left or brought; the message is for a person and free of secrets
     */
    Brought exchange(DeskState mine) throws IOException;

    @Override
    void close();

    /**
     * What the others left.
     *
     * @param problems what could not be read, for a person
     */
    record Brought(DeskState others, List<String> problems) {
        public Brought {
            problems = List.copyOf(problems);
        }
    }
}
