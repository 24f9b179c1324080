package io.atalaya.aws.signin;

import io.atalaya.aws.RefusableCredentials;
import io.atalaya.connect.CredentialState;
import io.atalaya.connect.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * The credentials of a session, behind all its clients. Before they end they are renewed by the call that notices, if nobody
 * has to be asked; if somebody has, calls fail as EXPIRED until {@link #replace} is called, and then go on.
 */
final class RenewingCredentials implements RefusableCredentials {
    /** Gets new credentials without asking anybody. */
    @FunctionalInterface
    interface Unattended {
        Fetched fetch(Fetched old) throws InterruptedException;
    }

    /** After a renewal that failed while the old credentials still hold. */
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final Unattended unattended;
    private final InstantSource clock;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile Fetched current;
    private volatile Instant notBefore = Instant.MIN;

    RenewingCredentials(Fetched first, Unattended unattended, InstantSource clock) {
        this.current = first;
        this.unattended = unattended;
        this.clock = clock;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        var known = current;
        return known.isFresh(clock.instant()) ? known.credentials() : renewed().credentials();
    }

    private Fetched renewed() {
        if (current.isValid(clock.instant()) && renewing.isLocked() && !renewing.isHeldByCurrentThread()) {
            return current; // somebody else is at it, and there is time
        }
        try {
            renewing.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted while credentials were renewed", e);
        }
        try {
            return renewOnce();
        } finally {
            renewing.unlock();
        }
    }

    private Fetched renewOnce() {
        var old = current;
        var now = clock.instant();
        if (old.isFresh(now) || (old.isValid(now) && now.isBefore(notBefore))) {
            return old;
        }
        try {
            current = unattended.fetch(old);
            return current;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted while credentials were renewed", e);
        } catch (RuntimeException e) {
            if (!old.isValid(now)) {
                throw e;
            }
            notBefore = now.plus(TRY_AGAIN); // they hold for some minutes more
            return old;
        }
    }

    Fetched current() {
        return current;
    }

    /** What a person renewed. */
    void replace(Fetched fetched) {
        current = fetched;
        notBefore = Instant.MIN;
    }

    @Override
    public void refused(String accessKeyId) {
        var known = current;
        if (known.credentials().accessKeyId().equals(accessKeyId)) {
            var now = clock.instant();
            current = new Fetched(known.credentials(), known.fetchedAt(), now);
        }
    }

    CredentialState state(Renewal renewal) {
        return new CredentialState(current.expiresAt(), renewal);
    }
}
