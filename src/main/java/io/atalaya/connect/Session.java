package io.atalaya.connect;

import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Problem;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection that stands: profile, region and, where it is not AWS itself, endpoint. Never changes where it is. */
public interface Session extends AutoCloseable {
    ConnectRequest request();

    /** As the screen names it: the profile, {@link Profile#ENVIRONMENT}, or the sandbox's deployment. */
    String name();

    SignInMethod method();

    /** Who asks, now: a role's session may have another name after each renewal. Empty where an endpoint that is not AWS does not offer sts:GetCallerIdentity. */
    Optional<Caller> caller();

    String region();

    /** {@code aws}, {@code aws-cn}, {@code aws-us-gov} ...: of the region. */
    String partition();

    /** The endpoint for all services; null where every service has AWS's own. */
    @Nullable
    URI endpoint();

    /** Whether every service of this session is reached at an address of AWS. If not, the screen and evidence say so. */
    boolean isAws();

    /** Whether this is the local AWS of this program. */
    default boolean isSandbox() {
        return request().sandbox() != null;
    }

    /** Now; changes when credentials are renewed. */
    CredentialState credentials();

    /**
     * Renews the credentials in place: clients, views and snapshots live on. Blocking, asks the person where needed.
     *
     * @return why it failed; empty when renewed
     */
    Optional<Problem> renew(SignInDialogue dialogue);

    /** The calls of the last minutes: latency, losses, the clock. */
    ConnectionQuality quality();

    /** Ends the session and all its calls. */
    @Override
    void close();
}
