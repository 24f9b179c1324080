package io.atalaya.noc.history;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.sqlite.SQLiteConfig;

/** The file: made readable for its owner alone, opened for several programs at once. */
final class Database {
    private static final int VERSION = 1;
    private static final int CORRUPT = 11;
    private static final int NO_DATABASE = 26;
    private static final int FIRST_BYTE = 0xff;
    private static final int BUSY_MILLIS = 10_000;
    private static final String[] TABLES = {
        "CREATE TABLE IF NOT EXISTS series (id INTEGER PRIMARY KEY AUTOINCREMENT, deployment TEXT NOT NULL,"
                + " name TEXT NOT NULL, seen INTEGER NOT NULL, UNIQUE (deployment, name))",
        "CREATE TABLE IF NOT EXISTS recent (id INTEGER PRIMARY KEY, points BLOB NOT NULL)",
        "CREATE TABLE IF NOT EXISTS minutes (hour INTEGER NOT NULL, series INTEGER NOT NULL, points BLOB NOT NULL,"
                + " PRIMARY KEY (hour, series)) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS fives (hour INTEGER NOT NULL, series INTEGER NOT NULL, points BLOB NOT NULL,"
                + " PRIMARY KEY (hour, series)) WITHOUT ROWID",
        "PRAGMA user_version = " + VERSION
    };

    private Database() {}

    /** @throws SQLException when it is none, or was written by a newer console */
    static Connection open(Path file) throws IOException, SQLException {
        make(file);
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        // what was written survives the end of the program; a power cut may cost the last minutes, never the file
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, "16777216");
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        var connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            ready(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void ready(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var version = version(statement);
            if (version > VERSION) {
                throw new SQLException("written by a newer Atalaya");
            }
            // the order matters: once the file has a page it stays as it is
            statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
            statement.execute("PRAGMA journal_mode = WAL");
            connection.setAutoCommit(false);
            if (version < VERSION) {
                for (var table : TABLES) {
                    statement.executeUpdate(table);
                }
            }
        }
        connection.commit();
    }

    private static int version(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("PRAGMA user_version")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static void make(Path file) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        Files.createDirectories(folder);
        try {
            // SQLite gives its other two files the rights of this one
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException e) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Whether what is in the file cannot be read, which no second attempt mends. */
    static boolean isDamage(SQLException e) {
        var code = e.getErrorCode() & FIRST_BYTE;
        return code == CORRUPT || code == NO_DATABASE;
    }
}
