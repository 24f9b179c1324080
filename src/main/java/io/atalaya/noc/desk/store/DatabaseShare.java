package io.atalaya.noc.desk.store;

import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * A PostgreSQL database that several consoles reach: a row for each console and deployment, which only that console writes, with
 * a version against another of the same name. The schema {@code atalaya} is made where it is missing. Asked for versions first: a row that did not
 * change is not read again.
 */
public final class DatabaseShare implements DeskStore {
    private static final int TRIES = 5;
    private static final List<String> TABLE = List.of("create schema if not exists atalaya", """
            create table if not exists atalaya.desk (
                deployment text not null,
                console text not null,
                version bigint not null,
                changed timestamptz not null default now(),
                state text not null,
                primary key (deployment, console))""");
    /** undefined_table, invalid_schema_name. */
    private static final List<String> MISSING = List.of("42P01", "3F000");

    private final DatabaseAddress address;
    private final String deployment;
    private final String console;
    private final Map<String, Row> known = new HashMap<>();
    private @Nullable Connection connection;
    private @Nullable DeskState left;
    private long ownVersion;

    /**
     * @param deployment of which the desk tells: desks of others in the same database are left alone
     * @param console unique in the team; it names the row
     */
    public DatabaseShare(DatabaseAddress address, String deployment, String console) {
        this.address = address;
        this.deployment = deployment;
        this.console = console;
    }

    @Override
    public String name() {
        return address.toString();
    }

    @Override
    public Brought exchange(DeskState mine) throws IOException {
        try {
            return exchanged(mine);
        } catch (SQLException e) {
            close(); // the next one connects anew
            throw new IOException(name() + ": " + address.withoutSecrets(e.getMessage()));
        }
    }

    private Brought exchanged(DeskState mine) throws SQLException {
        var database = connected();
        for (int i = 0; i < TRIES; i++) {
            var problems = new ArrayList<String>();
            var others = others(database, problems);
            var own = known.get(console);
            if (own != null && own.version() != ownVersion) {
                left = null; // another console of this name wrote it
            }
            var all = left == null ? Desk.merged(mine, others) : mine; // mine has what was brought before
            var before = left;
            if (before != null
                    && known.containsKey(console)
                    && Difference.between(before, all).isEmpty()) {
                return new Brought(others, problems);
            }
            if (written(database, all)) {
                left = all;
                return new Brought(others, problems);
            }
            left = null; // another console of this name wrote: its row is read with the others
        }
        throw new SQLException("the row of console " + console + " changes all the time: is its name taken?");
    }

    private DeskState others(Connection database, List<String> problems) throws SQLException {
        var versions = versions(database);
        known.keySet().retainAll(versions.keySet());
        var merged = DeskState.EMPTY;
        for (var row : versions.entrySet()) {
            var before = known.get(row.getKey());
            if (before == null || before.version() != row.getValue()) {
                before = read(database, row.getKey(), before, problems);
            }
            if (before != null) {
                known.put(row.getKey(), before);
                merged = Desk.merged(merged, before.state());
            }
        }
        return merged;
    }

    private Map<String, Long> versions(Connection database) throws SQLException {
        try (var statement =
                database.prepareStatement("select console, version from atalaya.desk where deployment = ?")) {
            statement.setString(1, deployment);
            var versions = new HashMap<String, Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getString(1), rows.getLong(2));
                }
            }
            return versions;
        }
    }

    private @Nullable Row read(Connection database, String name, @Nullable Row before, List<String> problems)
            throws SQLException {
        try (var statement = database.prepareStatement(
                "select version, state from atalaya.desk where deployment = ? and console = ?")) {
            statement.setString(1, deployment);
            statement.setString(2, name);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return before;
                }
                var version = rows.getLong(1);
                try {
                    return new Row(version, Checked.read(rows.getString(2)));
                } catch (IOException e) {
                    problems.add("the row of " + name + ": " + e.getMessage());
                    return new Row(version, before == null ? DeskState.EMPTY : before.state());
                }
            }
        }
    }

    /** @return false where the row is not as this console last knew it */
    private boolean written(Connection database, DeskState all) throws SQLException {
        var own = known.get(console);
        var text = Checked.write(all);
        if (own == null) {
            try (var statement = database.prepareStatement(
                    "insert into atalaya.desk (deployment, console, version, state) values (?, ?, 1, ?)"
                            + " on conflict do nothing")) {
                statement.setString(1, deployment);
                statement.setString(2, console);
                statement.setString(3, text);
                return kept(statement.executeUpdate(), 1, all);
            }
        }
        try (var statement = database.prepareStatement("update atalaya.desk set version = version + 1, changed = now(),"
                + " state = ? where deployment = ? and console = ? and version = ?")) {
            statement.setString(1, text);
            statement.setString(2, deployment);
            statement.setString(3, console);
            statement.setLong(4, own.version());
            return kept(statement.executeUpdate(), own.version() + 1, all);
        }
    }

    private boolean kept(int rows, long version, DeskState all) {
        if (rows == 1) {
            known.put(console, new Row(version, all));
            ownVersion = version;
        }
        return rows == 1;
    }

    private Connection connected() throws SQLException {
        var open = connection;
        if (open != null) {
            return open;
        }
        var made = new Driver().connect(address.jdbc(), address.properties());
        if (made == null) {
            throw new SQLException("no address of a PostgreSQL database");
        }
        connection = made;
        left = null;
        known.clear();
        make(made);
        return made;
    }

    /** Asks before it makes: a team's user need not be allowed to. */
    private void make(Connection database) throws SQLException {
        try {
            versions(database);
        } catch (SQLException e) {
            if (!MISSING.contains(e.getSQLState())) {
                throw e;
            }
            try (var statement = database.createStatement()) {
                for (var line : TABLE) {
                    statement.execute(line);
                }
            } catch (SQLException raced) {
                raced.addSuppressed(e);
                versionsAfter(database, raced);
            }
        }
    }

    /** Two consoles that make it at once: one is told so, and finds it made. */
    private void versionsAfter(Connection database, SQLException raced) throws SQLException {
        try {
            versions(database);
        } catch (SQLException still) {
            raced.addSuppressed(still);
            throw raced;
        }
    }

    @Override
    public void close() {
        var open = connection;
        connection = null;
        left = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                org.slf4j.LoggerFactory.getLogger(DatabaseShare.class)
                        .debug("{} did not close: SQL state {}", name(), e.getSQLState());
            }
        }
    }

    private record Row(long version, DeskState state) {}
}
