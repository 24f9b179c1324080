package io.atalaya.aws.signin;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.ClientFactory;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Problem.Kind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Asks STS who asks, and IAM for the account's other name. */
record WhoAmI(AwsProblems problems) {
    /** For the alias: nobody should wait for a decoration. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Empty where an endpoint that is not AWS does not offer it. */
    Optional<Caller> ask(ClientFactory clients) {
        return identity(clients).map(it -> new Caller(it.account(), it.arn(), it.userId(), alias(clients)));
    }

    /** The same without the account's other name: one call. */
    Optional<Caller> identity(ClientFactory clients) {
        try {
            var identity = clients.sts().getCallerIdentity();
            return Optional.of(new Caller(identity.account(), identity.arn(), identity.userId(), null));
        } catch (SdkException e) {
            if (problems.problem("sts:GetCallerIdentity", e).kind() == Kind.NOT_OFFERED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A convenience that many may not read: whatever is wrong with it, the sign-in stands. */
    private static @Nullable String alias(ClientFactory clients) {
        try {
            var aliases = clients.iam()
                    .listAccountAliases(b -> b.overrideConfiguration(c -> c.apiCallTimeout(PATIENCE)))
                    .accountAliases();
            return aliases.isEmpty() ? null : aliases.getFirst();
        } catch (SdkException e) {
            return null; // the call log has the reason
        }
    }
}
