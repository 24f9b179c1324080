package io.atalaya.noc.history;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables, by the questions that are asked of them. Values come as they arrive into {@code recent}, one row a batch, and are
 * put by hour and series later: a page of the file is then written once an hour and not once a minute. Rows are in order of
 * time, so that what is too old lies together.
 */
final class Tables {
    private static final int POINT = Integer.BYTES + Integer.BYTES + Double.BYTES;

    private final Connection connection;
    private final Map<String, Map<String, Integer>> ids = new HashMap<>();

    /** Takes one value. */
    @FunctionalInterface
    interface PointSink {
        void point(int series, long minute, double value);
    }

    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Tables(Connection connection) {
        this.connection = connection;
    }

    void append(String deployment, Collection<Sample> samples) throws SQLException {
        var known = ids.computeIfAbsent(deployment, key -> new HashMap<>());
        var points = ByteBuffer.allocate(samples.size() * POINT);
        for (var sample : samples) {
            var minute = Math.floorDiv(sample.at().getEpochSecond(), 60L);
            var id = known.get(sample.series());
            if (id == null) {
                id = id(deployment, sample.series(), minute);
                known.put(sample.series(), id);
            }
            points.putInt(id).putInt((int) minute).putDouble(sample.value());
        }
        putRecent(points.array());
    }

    void putRecent(byte[] points) throws SQLException {
        var insert = prepared("INSERT INTO recent (points) VALUES (?)");
        insert.setBytes(1, points);
        insert.executeUpdate();
    }

    static byte[] points(Collection<Point> points) {
        var bytes = ByteBuffer.allocate(points.size() * POINT);
        points.forEach(
                each -> bytes.putInt(each.series()).putInt((int) each.minute()).putDouble(each.value()));
        return bytes.array();
    }

    /** As {@code recent} has it. */
    record Point(int series, long minute, double value) {}

    private int id(String deployment, String name, long minute) throws SQLException {
        var found = find(deployment, name);
        if (found.isPresent()) {
            return found.get();
        }
        var insert = prepared("INSERT INTO series (deployment, name, seen) VALUES (?, ?, ?)");
        insert.setString(1, deployment);
        insert.setString(2, name);
        insert.setLong(3, minute / 60);
        insert.executeUpdate();
        return find(deployment, name).orElseThrow(() -> new SQLException("a series that was written is not there"));
    }

    List<String> names(String deployment, int most) throws SQLException {
        var select = prepared("SELECT name FROM series WHERE deployment = ? ORDER BY seen DESC, id LIMIT ?");
        select.setString(1, deployment);
        select.setInt(2, most);
        var names = new ArrayList<String>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    Optional<Integer> find(String deployment, String name) throws SQLException {
        var select = prepared("SELECT id FROM series WHERE deployment = ? AND name = ?");
        select.setString(1, deployment);
        select.setString(2, name);
        try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
        }
    }

    /** In the order in which they were taken. */
    void recent(PointSink sink) throws SQLException {
        try (var rows = prepared("SELECT points FROM recent ORDER BY id").executeQuery()) {
            while (rows.next()) {
                var points = ByteBuffer.wrap(rows.getBytes(1));
                while (points.remaining() >= POINT) {
                    sink.point(points.getInt(), points.getInt(), points.getDouble());
                }
            }
        }
    }

    void forgetRecent() throws SQLException {
        update("DELETE FROM recent");
    }

    byte @Nullable [] minutes(long hour, int series) throws SQLException {
        return blob("SELECT points FROM minutes WHERE hour = ? AND series = ?", hour, series);
    }

    byte @Nullable [] fives(long hour, int series) throws SQLException {
        return blob("SELECT points FROM fives WHERE hour = ? AND series = ?", hour, series);
    }

    private byte @Nullable [] blob(String sql, long hour, int series) throws SQLException {
        var select = prepared(sql);
        select.setLong(1, hour);
        select.setInt(2, series);
        try (var rows = select.executeQuery()) {
            return rows.next() ? rows.getBytes(1) : null;
        }
    }

    void put(long hour, int series, byte[] minutes, byte[] fives) throws SQLException {
        put("INSERT OR REPLACE INTO minutes (hour, series, points) VALUES (?, ?, ?)", hour, series, minutes);
        put("INSERT OR REPLACE INTO fives (hour, series, points) VALUES (?, ?, ?)", hour, series, fives);
        var seen = prepared("UPDATE series SET seen = max(seen, ?) WHERE id = ?");
        seen.setLong(1, hour);
        seen.setInt(2, series);
        seen.executeUpdate();
    }

    private void put(String sql, long hour, int series, byte[] points) throws SQLException {
        var insert = prepared(sql);
        insert.setLong(1, hour);
        insert.setInt(2, series);
        insert.setBytes(3, points);
        insert.executeUpdate();
    }

    /** Not so when another console forgot it meanwhile: it gets a new number when it is measured again. */
    boolean hasSeries(int id) throws SQLException {
        var select = prepared("SELECT 1 FROM series WHERE id = ?");
        select.setInt(1, id);
        try (var rows = select.executeQuery()) {
            var there = rows.next();
            if (!there) {
                ids.clear();
            }
            return there;
        }
    }

    /** All that is before these hours. */
    void forgetBefore(long minutesBefore, long fivesBefore) throws SQLException {
        update("DELETE FROM minutes WHERE hour < " + minutesBefore);
        update("DELETE FROM fives WHERE hour < " + fivesBefore);
        if (update("DELETE FROM series WHERE seen < " + fivesBefore) > 0) {
            ids.clear();
        }
    }

    /** The oldest hour of which anything is kept; empty where nothing is. */
    Optional<Long> oldest() throws SQLException {
        var oldest = number("SELECT coalesce(min(hour), -1) FROM fives");
        return oldest < 0 ? Optional.empty() : Optional.of(oldest);
    }

    /** Bytes in use, without what is free within the file. */
    long used() throws SQLException {
        return (number("PRAGMA page_count") - number("PRAGMA freelist_count")) * number("PRAGMA page_size");
    }

    /** Gives what is free back to the disk. */
    void giveBack() throws SQLException {
        if (number("PRAGMA freelist_count") > 0) {
            update("PRAGMA incremental_vacuum");
        }
    }

    /** Kept until the connection is closed, which closes it: an hour of a large deployment asks each ten thousand times. */
    private PreparedStatement prepared(String sql) throws SQLException {
        var known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    private int update(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** After a failure: names that were given in it are not known any more. */
    void undo(Exception why) {
        ids.clear();
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }
}
