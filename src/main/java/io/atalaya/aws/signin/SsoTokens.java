package io.atalaya.aws.signin;

import io.atalaya.aws.signin.CredentialSource.IdentityCenter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Finds a token: this process's own, the AWS CLI's, a refreshed one, or a new one by the browser. */
final class SsoTokens {
    private final CredentialMemory memory;
    private final SsoTokenFiles files;
    private final DeviceFlow deviceFlow;
    private final InstantSource clock;
    private final Trouble trouble;

    SsoTokens(CredentialMemory memory, SsoTokenFiles files, DeviceFlow deviceFlow, InstantSource clock) {
        this.memory = memory;
        this.files = files;
        this.deviceFlow = deviceFlow;
        this.clock = clock;
        this.trouble = new Trouble(clock);
    }

    /** Whether somebody will probably have to approve in the browser. */
    boolean mayNeedBrowser(IdentityCenter source) {
        return valid(source).isEmpty()
                && memory.token(source.sso()).map(SsoToken::refresh).isEmpty();
    }

    /** When the sign-in ends or ended; empty when there never was one. */
    Optional<Instant> until(IdentityCenter source) {
        return memory.token(source.sso()).or(() -> files.find(source.sso())).map(SsoToken::expiresAt);
    }

    SsoToken token(IdentityCenter source, Person person, SignInClients clients) throws InterruptedException {
        var known = valid(source);
        if (known.isPresent()) {
            return known.get();
        }
        var refreshed = refreshed(source, clients);
        if (refreshed.isPresent()) {
            return refreshed.get();
        }
        if (!person.isThere()) {
            throw ended(source);
        }
        person.reached(io.atalaya.connect.SignInStep.Kind.BROWSER);
        var token = deviceFlow.sign(source, person, clients);
        memory.keep(source.sso(), token);
        return token;
    }

    /** AWS did not take it: forget it, and do not take the CLI's again. */
    void refused(IdentityCenter source, SsoToken token) {
        memory.keep(source.sso(), new SsoToken(token.accessToken(), clock.instant(), null));
    }

    private io.atalaya.aws.ProblemException ended(IdentityCenter source) {
        var next = "sign in again, or run `aws sso login --profile " + source.profile() + "`";
        return until(source)
                .map(at -> trouble.ended(source.profile(), "the IAM Identity Center sign-in", at, next))
                .orElseGet(() -> trouble.needsPerson(
                        source.profile(),
                        "profile " + source.profile() + " is not signed in to IAM Identity Center; " + next));
    }

    private Optional<SsoToken> valid(IdentityCenter source) {
        var now = clock.instant();
        var own = memory.token(source.sso());
        if (own.isPresent() && own.get().isValid(now)) {
            return own;
        }
        return files.find(source.sso())
                .filter(each -> each.isValid(now))
                .filter(each -> own.isEmpty() || !own.get().accessToken().equals(each.accessToken()));
    }

    private Optional<SsoToken> refreshed(IdentityCenter source, SignInClients clients) {
        var refresh = memory.token(source.sso()).map(SsoToken::refresh);
        if (refresh.isEmpty()) {
            return Optional.empty();
        }
        try {
            var token = deviceFlow.refresh(source, refresh.get(), clients);
            memory.keep(source.sso(), token);
            return Optional.of(token);
        } catch (AwsServiceException e) {
            if (e.statusCode() >= 500 || e.isThrottlingException()) {
                throw e;
            }
            memory.drop(source.sso()); // its time is over: the browser again
            return Optional.empty();
        }
    }
}
