package io.atalaya.aws.signin;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.CallLog;
import io.atalaya.aws.ClientFactory;
import io.atalaya.aws.ClientSettings;
import io.atalaya.aws.Guards;
import io.atalaya.aws.HttpClients;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.SignInStep;
import io.atalaya.connect.VetoLog;
import io.atalaya.deployment.Caller;
import java.time.InstantSource;

/** Takes a resolved request to a session that stands. */
final class SessionOpener {
    private final CredentialMemory memory;
    private final CredentialFetcher fetcher;
    private final SsoTokens tokens;
    private final VetoLog vetoes;
    private final Budgets budgets;
    private final HttpClients http;
    private final InstantSource clock;

    SessionOpener(
            CredentialMemory memory,
            CredentialFetcher fetcher,
            SsoTokens tokens,
            VetoLog vetoes,
            Budgets budgets,
            HttpClients http,
            InstantSource clock) {
        this.memory = memory;
        this.fetcher = fetcher;
        this.tokens = tokens;
        this.vetoes = vetoes;
        this.budgets = budgets;
        this.http = http;
        this.clock = clock;
    }

    /** @param again resolves the request anew, because the files may have changed since */
    AwsSession open(ConnectRequest request, Way way, Renewer.Again again, PersonAtDialogue person)
            throws InterruptedException {
        var log = new CallLog(clock);
        var problems = new AwsProblems(clock, way.endpoints().isAws());
        var settings = ClientSettings.of(way.region(), way.endpoints()).withProfile(way.files(), way.profile());
        var signingIn = new SignInClients(settings, guards("", way.region(), log), http);
        var first = fetcher.fetch(way.source(), person, signingIn);
        var renewer = new Renewer(way, again, memory, fetcher, tokens, signingIn, clock);
        var credentials = new RenewingCredentials(first, renewer, clock);

        person.reached(SignInStep.Kind.WHO_AM_I);
        var whoAmI = new WhoAmI(problems);
        var caller = signingIn.as(first.credentials(), whoAmI::ask);
        caller.ifPresent(it -> renewer.belongsTo(it, whoAmI));
        var account = caller.map(Caller::account).orElse("");
        var clients = new ClientFactory(settings, credentials, guards(account, way.region(), log), http);
        return new AwsSession(
                request,
                way,
                new AwsSession.Parts(
                        renewer::caller,
                        () -> {
                            credentials.resolveCredentials();
                            return renewer.caller();
                        },
                        clients,
                        log,
                        problems,
                        () -> renewer.state(credentials),
                        dialogue -> renewer.renew(dialogue, credentials, problems)));
    }

    private Guards guards(String account, String region, CallLog log) {
        return Guards.of(vetoes, budgets.of(account, region), log, clock);
    }
}
