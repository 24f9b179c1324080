package io.atalaya.aws.signin;

import io.atalaya.aws.signin.CredentialSource.IdentityCenter;
import io.atalaya.connect.LocalAws;
import io.atalaya.connect.LocalAwsStarter;
import io.atalaya.connect.SignInStep;
import io.atalaya.deployment.Problem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;

/** Gets credentials from where they come from; what is known and fresh is taken from memory. */
final class CredentialFetcher {
    private final CredentialMemory memory;
    private final SsoTokens tokens;
    private final RoleCredentials roles;
    private final ProgramCredentials programs;
    private final LocalAwsStarter starter;
    private final InstantSource clock;

    CredentialFetcher(
            CredentialMemory memory,
            SsoTokens tokens,
            RoleCredentials roles,
            ProgramCredentials programs,
            LocalAwsStarter starter,
            InstantSource clock) {
        this.starter = starter;
        this.memory = memory;
        this.tokens = tokens;
        this.roles = roles;
        this.programs = programs;
        this.clock = clock;
    }

    /**
     * @throws RuntimeException a ProblemException, or what the SDK threw
     * @throws InterruptedException when the sign-in was cancelled
     */
    Fetched fetch(CredentialSource source, Person person, SignInClients clients) throws InterruptedException {
        if (source instanceof CredentialSource.Keys keys) {
            return new Fetched(keys.credentials(), clock.instant(), null);
        }
        var known = memory.fresh(source, clock.instant());
        if (known.isPresent()) {
            return known.get();
        }
        var fetched = ask(source, person, clients);
        memory.keep(source, fetched);
        return fetched;
    }

    private Fetched ask(CredentialSource source, Person person, SignInClients clients) throws InterruptedException {
        return switch (source) {
            case CredentialSource.Keys keys -> new Fetched(keys.credentials(), clock.instant(), null);
            case CredentialSource.Role role ->
                roles.assume(role, fetch(role.base(), person, clients).credentials(), person, clients);
            case IdentityCenter center -> permissionSet(center, person, clients);
            case CredentialSource.Program program -> {
                person.reached(SignInStep.Kind.PROCESS);
                yield programs.run(program);
            }
            case CredentialSource.WebIdentity web -> {
                person.reached(SignInStep.Kind.GET_ROLE);
                yield roles.assume(web, clients);
            }
            case CredentialSource.Metadata metadata -> {
                person.reached(SignInStep.Kind.READ_KEY);
                yield metadata(metadata);
            }
            case CredentialSource.Local local -> {
                person.reached(SignInStep.Kind.START_SANDBOX);
                yield sandbox(local);
            }
        };
    }

    private Fetched permissionSet(IdentityCenter source, Person person, SignInClients clients)
            throws InterruptedException {
        var token = tokens.token(source, person, clients);
        try {
            return permissionSet(source, token, person, clients);
        } catch (UnauthorizedException e) {
            // signed out in the browser, or ended by an administrator, whatever its date says
            tokens.refused(source, token);
            return permissionSet(source, tokens.token(source, person, clients), person, clients);
        }
    }

    private Fetched permissionSet(IdentityCenter source, SsoToken token, Person person, SignInClients clients) {
        person.reached(SignInStep.Kind.GET_ROLE);
        var given = clients.unsigned(source.sso().region(), each -> each.sso()
                        .getRoleCredentials(b -> b.accessToken(token.accessToken())
                                .accountId(source.account())
                                .roleName(source.role())))
                .roleCredentials();
        return new Fetched(
                AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken()),
                clock.instant(),
                java.time.Instant.ofEpochMilli(given.expiration()));
    }

    private Fetched sandbox(CredentialSource.Local source) throws InterruptedException {
        try {
            return of(starter.start(source.profile()));
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox does not answer", e);
        }
    }

    Fetched of(LocalAws local) {
        return new Fetched(
                Keys.credentials(
                        local.accessKeyId(), local.secretAccessKey(), Optional.ofNullable(local.sessionToken())),
                clock.instant(),
                local.expiresAt());
    }

    private Fetched metadata(CredentialSource.Metadata source) {
        try {
            return source.container() ? ofContainer() : ofInstance();
        } catch (SdkClientException e) {
            throw new Trouble(clock)
                    .of(
                            Kind.NO_CREDENTIALS,
                            "metadata",
                            "no credentials: neither the environment nor the AWS CLI's files have any, and no metadata"
                                    + " service answers here; add a profile with `aws configure`, or open the sandbox");
        }
    }

    private Fetched ofContainer() {
        try (var provider = ContainerCredentialsProvider.create()) {
            return renewedByItself(provider.resolveCredentials());
        }
    }

    private Fetched ofInstance() {
        try (var provider = InstanceProfileCredentialsProvider.create()) {
            return renewedByItself(provider.resolveCredentials());
        }
    }

    private Fetched renewedByItself(software.amazon.awssdk.auth.credentials.AwsCredentials given) {
        var now = clock.instant();
        return new Fetched(given, now, given.expirationTime().orElse(now.plusSeconds(900)));
    }
}
