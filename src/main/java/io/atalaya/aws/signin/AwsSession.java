package io.atalaya.aws.signin;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.AwsRegions;
import io.atalaya.aws.CallLog;
import io.atalaya.aws.ClientFactory;
import io.atalaya.connect.CallRecord;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.ConnectionQuality;
import io.atalaya.connect.CredentialState;
import io.atalaya.connect.Session;
import io.atalaya.connect.SignInDialogue;
import io.atalaya.connect.SignInMethod;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Problem;
import io.atalaya.evidence.capture.RawAnswer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session that stands on SDK clients. {@code app} takes the clients and the mapper from here to wire readers. */
public final class AwsSession implements Session {
    /**
     * What a session lives on.
     *
     * @param caller as last known
     * @param renewedCaller renews the credentials first where that is due; throws what the next call would
     * @param state of the credentials, now
     * @param renew asks the person of the dialogue; empty when it worked
     */
    record Parts(
            Supplier<Optional<Caller>> caller,
            Supplier<Optional<Caller>> renewedCaller,
            ClientFactory clients,
            CallLog log,
            AwsProblems problems,
            Supplier<CredentialState> state,
            Function<SignInDialogue, Optional<Problem>> renew) {}

    private final ConnectRequest request;
    private final Way way;
    private final Parts parts;

    AwsSession(ConnectRequest request, Way way, Parts parts) {
        this.request = request;
        this.way = way;
        this.parts = parts;
    }

    /** Clients for this session; closed with it. */
    public ClientFactory clients() {
        return parts.clients();
    }

    /** Makes problems of what these clients throw. */
    public AwsProblems problems() {
        return parts.problems();
    }

    /** The calls of this session, oldest first; at most a thousand. */
    public List<CallRecord> calls() {
        return parts.log().calls();
    }

    /** From now on each answer is given whole to this, on the thread of its call; null ends it. */
    public void record(@Nullable Consumer<RawAnswer> to) {
        parts.log().record(to);
    }

    /** Asks STS who asks: one call, blocking. Null when it answered, or where an endpoint that is not AWS does not offer it. */
    public @Nullable Problem askWhoAmI() {
        try {
            var unused = new WhoAmI(parts.problems()).identity(parts.clients());
            return null;
        } catch (RuntimeException failed) {
            return parts.problems().problem("sts:GetCallerIdentity", failed);
        }
    }

    @Override
    public ConnectRequest request() {
        return request;
    }

    @Override
    public String name() {
        return way.name();
    }

    @Override
    public SignInMethod method() {
        return way.method();
    }

    @Override
    public Optional<Caller> caller() {
        return parts.caller().get();
    }

    /**
     * Who the next call will be made as: blocking, because credentials whose time is over are renewed first, by which a role's
     * session may get another name. Where that fails, who it was: the next call fails and says why.
     */
    public Optional<Caller> nextCaller() {
        try {
            return parts.renewedCaller().get();
        } catch (RuntimeException failsAgainWithTheCall) {
            return caller();
        }
    }

    @Override
    public String region() {
        return way.region();
    }

    @Override
    public String partition() {
        return AwsRegions.partition(way.region());
    }

    @Override
    public @Nullable URI endpoint() {
        return way.endpoints().all();
    }

    @Override
    public boolean isAws() {
        return way.endpoints().isAws();
    }

    @Override
    public CredentialState credentials() {
        return parts.state().get();
    }

    @Override
    public Optional<Problem> renew(SignInDialogue dialogue) {
        return parts.renew().apply(dialogue);
    }

    @Override
    public ConnectionQuality quality() {
        return parts.log().quality();
    }

    @Override
    public void close() {
        parts.clients().close();
    }

    @Override
    public String toString() {
        return "AwsSession[" + way.name() + ", " + way.region() + "]";
    }
}
