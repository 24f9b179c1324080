package io.atalaya.app;

import io.atalaya.connect.Session;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.store.DatabaseAddress;
import io.atalaya.noc.desk.store.DatabaseShare;
import io.atalaya.noc.desk.store.DeskStore;
import io.atalaya.noc.desk.store.FolderShare;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the alarm desk of a connection is kept, and where a team shares it. A simulated deployment is neither kept nor shared: its
 * world ends with the program.
 *
 * @param own folder of the desks of this user
 * @param team a folder that several consoles reach, or {@code postgresql://user@host:port/database}; null: this console alone
 * @param password of the database, where the address has none; null: as libpq finds it
 */
record DeskPlace(Path own, @Nullable String team, @Nullable String password) {
    /** Names the place where a team shares its desk. */
    static final String TEAM = "ATALAYA_DESK";

    private static final Logger LOG = LoggerFactory.getLogger(DeskPlace.class);

    static DeskPlace of(AppDirectories directories, Map<String, String> environment) {
        var team = environment.get(TEAM);
        return new DeskPlace(
                directories.desks(), team == null || team.isBlank() ? null : team, environment.get("PGPASSWORD"));
    }

    /** The file of this user's consoles; empty where nothing is kept. Whoever opens it says why that cannot be. */
    Optional<Path> file(Session session) {
        return session.isSandbox() ? Optional.empty() : Optional.of(own.resolve(deployment(session) + ".desk"));
    }

    /** What a team shares; empty where it does not. One that cannot be reached is said by the desk. */
    Optional<DeskStore> share(Session session) {
        if (session.isSandbox() || team == null) {
            return Optional.empty();
        }
        var console = console(System.getProperty("user.name", "console"));
        if (team.contains("://")) {
            try {
                return Optional.of(new DatabaseShare(DatabaseAddress.of(team, password), deployment(session), console));
            } catch (IllegalArgumentException wrong) {
                return Optional.of(new Unusable("PostgreSQL", String.valueOf(wrong.getMessage())));
            }
        }
        try {
            return Optional.of(new FolderShare(Path.of(team), deployment(session), console));
        } catch (InvalidPathException wrong) {
            return Optional.of(new Unusable(team, "no name of a folder: " + wrong.getReason()));
        }
    }

    /**
     * Account and region; for another endpoint than AWS's its host and port too. Where the account is not known, the connection's
     * name: two unknown ones are not the same.
     */
    static String deployment(Session session) {
        var account = session.caller().map(it -> it.account()).orElseGet(() -> "unknown-" + session.name());
        var name = account + "-" + session.region();
        if (!session.isAws()) {
            var endpoint = Objects.requireNonNull(session.endpoint());
            name += "-" + endpoint.getHost() + "-" + endpoint.getPort();
        }
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "_");
    }

    /** Unique in a team: who, and on which machine. */
    static String console(String user) {
        try {
            return user + "@" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            LOG.debug("this machine has no name", nameless);
            return user + "@localhost";
        }
    }

    /** A place that was written wrongly: said for as long as the console runs. */
    private record Unusable(String name, String why) implements DeskStore {
        @Override
        public Brought exchange(DeskState mine) throws IOException {
            throw new IOException(name + ": " + why);
        }

        @Override
        public void close() {}
    }
}
