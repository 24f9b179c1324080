package io.atalaya.app;

import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.Session;
import io.atalaya.deployment.Caller;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The connections that are open. Windows that show the same one share its scope, so that five windows ask AWS as much as one;
 * it is closed when the last of them lets go. On the JavaFX thread only.
 */
final class SharedScopes {
    /** What makes two sessions the same connection: the same person's rights in the same place. */
    private record Key(
            String name,
            String region,
            @Nullable URI endpoint,
            @Nullable String who) {
        static Key of(Session session) {
            return new Key(
                    session.name(),
                    session.region(),
                    session.endpoint(),
                    session.caller().map(Caller::arn).map(Key::role).orElse(null));
        }

        /** Without the name of the role's session, which may be another at each sign-in. */
        private static String role(String arn) {
            return arn.contains(":assumed-role/") ? arn.substring(0, arn.lastIndexOf('/')) : arn;
        }
    }

    private static final class Open {
        private final ConnectionScope scope;
        private int holders;

        Open(ConnectionScope scope) {
            this.scope = scope;
        }
    }

    private final Function<AwsSession, ConnectionScope> maker;
    private final InstantSource clock;
    private final Map<Key, Open> all = new HashMap<>();

    /** @param maker makes the scope of a session, nothing asked yet */
    SharedScopes(Function<AwsSession, ConnectionScope> maker, InstantSource clock) {
        this.maker = maker;
        this.clock = clock;
    }

    /** A hold on a scope; letting go twice is once. */
    final class Lease implements AutoCloseable {
        private final Key key;
        private final Open open;
        private boolean closed;

        private Lease(Key key, Open open) {
            this.key = key;
            this.open = open;
            open.holders++;
        }

        ConnectionScope scope() {
            return open.scope;
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            open.holders--;
            if (open.holders == 0) {
                all.remove(key, open);
                open.scope.close();
            }
        }
    }

    /**
     * The scope of this connection: the one that is open, and then the session is closed because that one has its own; or a new
     * one, which is started. One whose credentials are over is not shared: this session has better ones.
     */
    Lease of(AwsSession session) {
        var key = Key.of(session);
        var known = all.get(key);
        if (known != null && !isOver(known.scope.session())) {
            session.close();
            return new Lease(key, known);
        }
        var made = new Open(maker.apply(session));
        all.put(key, made);
        made.scope.start();
        return new Lease(key, made);
    }

    private boolean isOver(Session session) {
        return session.credentials()
                .left(clock.instant())
                .filter(Duration.ZERO::equals)
                .isPresent();
    }

    /** How many connections are open. */
    int count() {
        return all.size();
    }
}
