package io.atalaya.sandbox.world.sim;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The resources of one kind by id, in the order they were made. Values are immutable SDK objects; a change replaces one.
 * Guarded by the lock of the world that owns it.
 */
public final class Table<V> {
    private final Map<String, V> rows = new LinkedHashMap<>();
    private final Function<V, String> id;
    private long changes;

    public Table(Function<V, String> id) {
        this.id = id;
    }

    /** Adds or replaces the row with the value's id. */
    public void put(V value) {
        rows.put(id.apply(value), value);
        changes++;
    }

    @SafeVarargs
    public final void putAll(V... values) {
        List.of(values).forEach(this::put);
    }

    public Optional<V> find(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    /**
     * The row with that id.
     *
     * @throws IllegalStateException when the deployment's own tables do not fit together
     */
    public V get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no row " + key));
    }

    /** Replaces the row by what the change makes of it; does nothing when it has gone meanwhile. */
    public void change(String key, UnaryOperator<V> change) {
        rows.computeIfPresent(key, (k, old) -> change.apply(old));
        changes++;
    }

    public void remove(String key) {
        rows.remove(key);
        changes++;
    }

    public boolean contains(String key) {
        return rows.containsKey(key);
    }

    /** All rows, in the order they were made. */
    public Collection<V> all() {
        return Collections.unmodifiableCollection(rows.values());
    }

    public Stream<V> stream() {
        return rows.values().stream();
    }

    /** Grows with every change: whoever keeps an index sees whether it still holds. */
    public long changes() {
        return changes;
    }

    public int size() {
        return rows.size();
    }
}
