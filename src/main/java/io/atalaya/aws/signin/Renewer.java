package io.atalaya.aws.signin;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.ProblemException;
import io.atalaya.connect.CredentialState;
import io.atalaya.connect.SignInDialogue;
import io.atalaya.connect.SignInStep;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renews the credentials of one session, with a person or without. */
final class Renewer implements RenewingCredentials.Unattended {
    /** Resolves the session's request again; the files may have changed. */
    @FunctionalInterface
    interface Again {
        CredentialSource source();
    }

    private final Way way;
    private final Again again;
    private final CredentialMemory memory;
    private final CredentialFetcher fetcher;
    private final SsoTokens tokens;
    private final SignInClients clients;
    private final InstantSource clock;
    /** Whose session it is and how to ask who somebody is; empty until that is known. */
    private volatile Optional<Owner> owner = Optional.empty();

    private record Owner(Caller caller, WhoAmI question) {}

    Renewer(
            Way way,
            Again again,
            CredentialMemory memory,
            CredentialFetcher fetcher,
            SsoTokens tokens,
            SignInClients clients,
            InstantSource clock) {
        this.way = way;
        this.again = again;
        this.memory = memory;
        this.fetcher = fetcher;
        this.tokens = tokens;
        this.clients = clients;
        this.clock = clock;
    }

    /** From now on credentials of another account are refused, also when nobody is asked. */
    void belongsTo(Caller caller, WhoAmI question) {
        owner = Optional.of(new Owner(caller, question));
    }

    /** Whose the newest credentials are: a role's session may have another name after each renewal. Empty until known. */
    Optional<Caller> caller() {
        return owner.map(Owner::caller);
    }

    @Override
    public Fetched fetch(Fetched old) throws InterruptedException {
        var trouble = new Trouble(clock);
        var source = again.source();
        forgetIfOld(source, old);
        var fetched = fetcher.fetch(source, new Nobody(trouble), clients);
        if (source instanceof CredentialSource.Keys && fetched.credentials().equals(old.credentials())) {
            throw trouble.ended(
                    way.name(),
                    "the session key",
                    old.expiresAt() == null ? clock.instant() : old.expiresAt(),
                    "whoever made it has to make a new one; it is read again from where it lies");
        }
        owner.ifPresent(it -> {
            var now = clients.as(fetched.credentials(), it.question()::identity);
            refuseAnother(it.caller(), now, trouble);
            becomes(now);
        });
        return fetched;
    }

    Optional<Problem> renew(SignInDialogue dialogue, RenewingCredentials credentials, AwsProblems problems) {
        var trouble = new Trouble(clock);
        try {
            var person = new PersonAtDialogue(dialogue, trouble);
            var source = again.source();
            person.planned(new Steps(tokens::mayNeedBrowser).of(source));
            person.reached(SignInStep.Kind.READ_PROFILE);
            memory.drop(source);
            var fetched = fetcher.fetch(source, person, clients);
            person.reached(SignInStep.Kind.WHO_AM_I);
            var now = clients.as(fetched.credentials(), new WhoAmI(problems)::ask);
            refuseAnother(caller().orElse(null), now, trouble);
            becomes(now);
            credentials.replace(fetched);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(trouble.cancelled("renewal").problem());
        } catch (RuntimeException e) {
            return Optional.of(problems.problem("renewal", e));
        }
    }

    CredentialState state(RenewingCredentials credentials) {
        Optional<Instant> ssoUntil =
                CredentialTraits.identityCenter(way.source()).flatMap(tokens::until);
        return credentials.state(CredentialTraits.renewal(
                way.source(), ssoUntil, credentials.current().expiresAt()));
    }

    /** What AWS refused must not come back from memory; what another session has renewed meanwhile may. */
    private void forgetIfOld(CredentialSource source, Fetched old) {
        memory.fresh(source, clock.instant())
                .filter(each -> each.credentials().equals(old.credentials()))
                .ifPresent(each -> memory.drop(source));
    }

    /** The account is the same, and so is its other name, which is not asked for each time. */
    private void becomes(Optional<Caller> now) {
        var known = owner;
        if (known.isPresent() && now.isPresent()) {
            var it = now.get();
            var alias = it.alias() == null ? known.get().caller().alias() : it.alias();
            belongsTo(
                    new Caller(it.account(), it.arn(), it.userId(), alias),
                    known.get().question());
        }
    }

    private void refuseAnother(@Nullable Caller before, Optional<Caller> now, Trouble trouble) {
        if (before != null
                && now.isPresent()
                && !before.account().equals(now.get().account())) {
            throw new ProblemException(trouble.profile(
                            way.name(),
                            "now belongs to account " + now.get().account() + " instead of " + before.account()
                                    + "; connect anew, what is on screen is of the other account")
                    .problem());
        }
    }
}
