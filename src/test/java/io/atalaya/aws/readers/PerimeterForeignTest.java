package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.CallLog;
import io.atalaya.aws.ClientFactory;
import io.atalaya.aws.ClientSettings;
import io.atalaya.aws.Endpoints;
import io.atalaya.aws.Guards;
import io.atalaya.aws.HttpClients;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Doubt;
import io.atalaya.deployment.reach.End;
import io.atalaya.deployment.reach.Exposure;
import io.atalaya.deployment.reach.Question;
import io.atalaya.deployment.reach.Reachability;
import io.atalaya.deployment.reach.Verdict;
import io.atalaya.foreign.MotoAccount;
import io.atalaya.foreign.MotoPerimeter;
import io.atalaya.foreign.MotoServer;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Who reaches what at an endpoint that somebody else wrote: right, or "cannot tell" with the reason where it offers no answer
 * or keeps less than AWS does; never a wrong yes or no.
 */
@Timeout(240)
class PerimeterForeignTest {
    @Test
    void theSameQuestionsAreAnsweredOnWhatAForeignEndpointHolds() throws Exception {
        var binary = MotoServer.find();
        Assumptions.assumeTrue(binary.isPresent(), "moto_server is not installed: nothing foreign was asked");
        var clock = InstantSource.system();
        try (var moto = MotoServer.start(binary.get());
                var account = new MotoAccount(moto.endpoint());
                var http = new HttpClients();
                var clients = clients(moto, http, clock)) {
            var made = MotoPerimeter.make(account);
            var now = clock.instant();
            var known = Deployment.empty(
                    MotoAccount.REGION, new Caller("123456789012", "arn:aws:iam::123456789012:user/x", "x", null));
            for (var source :
                    Sources.of(clients, new FanOut(Thread.ofVirtual().factory(), 4), clock, PageSize.LARGEST)) {
                known = read(source, known, now);
            }
            var asked = Reachability.of(known);
            var internet = End.Internet.FOUR;
            var open = instance(made.open());
            var closed = instance(made.closed());

            var soft = new SoftAssertions();
            // a group lets 443 in from everybody, and nothing else
            says(soft, Verdict.YES, asked.answer(Question.tcp(internet, open, 443)));
            says(soft, Verdict.NO, asked.answer(Question.tcp(internet, open, 22)));
            says(soft, Verdict.NO, asked.answer(Question.udp(internet, open, 443)));
            // no public address, in a subnet without a way out
            says(soft, Verdict.NO, asked.answer(Question.tcp(internet, closed, 8080)));
            // a group that names the other's group
            says(soft, Verdict.YES, asked.answer(Question.tcp(open, closed, 8080)));
            says(soft, Verdict.NO, asked.answer(Question.tcp(open, closed, 8081)));
            // the ACL of the closed subnet refuses this one, whatever the group lets in
            says(soft, Verdict.NO, asked.answer(Question.tcp(open, closed, 9090)));
            says(soft, Verdict.NO, asked.answer(Question.tcp(closed, open, 8080)));
            // out: the open one has a way, the closed one none
            says(soft, Verdict.YES, asked.answer(Question.tcp(open, internet, 443)));
            says(soft, Verdict.NO, asked.answer(Question.tcp(closed, internet, 443)));
            // AWS keeps an interface for each node of a balancer; where an endpoint does not, nothing is made up
            var balancer = new End.Of(new ResourceRef(ResourceType.LOAD_BALANCER, made.balancer()));
            says(soft, Verdict.YES, asked.answer(Question.tcp(internet, balancer, 80)));
            says(soft, Verdict.NO, asked.answer(Question.tcp(internet, balancer, 81)));
            says(soft, Verdict.YES, asked.answer(Question.tcp(balancer, open, 443)));
            says(soft, Verdict.NO, asked.answer(Question.tcp(balancer, open, 444)));
            // of one whose scheme the endpoint does not tell it cannot be told whether the internet finds it
            var untold = new End.Of(new ResourceRef(ResourceType.LOAD_BALANCER, made.untold()));
            soft.assertThat(asked.answer(Question.tcp(internet, untold, 80)))
                    .satisfiesAnyOf(answer -> assertThat(answer.verdict()).isEqualTo(Verdict.YES), answer -> {
                        assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
                        assertThat(answer.doubts()).contains(Doubt.of(Doubt.Kind.ADDRESS_UNKNOWN, made.untold()));
                    });
            says(soft, Verdict.NO, asked.answer(Question.tcp(internet, untold, 81)));

            exposed(soft, Exposure.of(known), made);
            soft.assertAll();
        }
    }

    /** Exactly 443 of the open instance, and nothing of the closed one. */
    private static void exposed(SoftAssertions soft, Exposure exposure, MotoPerimeter made) {
        var open = new ResourceRef(ResourceType.INSTANCE, made.open());
        var closed = new ResourceRef(ResourceType.INSTANCE, made.closed());
        var what = exposure.toString();
        soft.assertThat(exposure.openings())
                .as(what)
                .filteredOn(each -> each.resource().equals(open))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.protocol()).isEqualTo(Protocol.TCP);
                    assertThat(each.ports().ranges()).singleElement().satisfies(range -> {
                        assertThat(range.first()).isEqualTo(443);
                        assertThat(range.last()).isEqualTo(443);
                    });
                    assertThat(each.everyone()).isTrue();
                    assertThat(each.rules()).isNotEmpty();
                });
        soft.assertThat(exposure.openings()).as(what).noneMatch(each -> each.resource()
                .equals(closed));
        soft.assertThat(exposure.unknown())
                .as(what)
                .noneMatch(each -> each.resource().equals(open))
                .allSatisfy(each -> assertThat(each.doubts()).isNotEmpty());
    }

    private static void says(SoftAssertions soft, Verdict wanted, Answer answer) {
        soft.assertThat(answer.verdict()).as(answer.toString()).isEqualTo(wanted);
    }

    private static End instance(String id) {
        return new End.Of(new ResourceRef(ResourceType.INSTANCE, id));
    }

    private static ClientFactory clients(MotoServer moto, HttpClients http, InstantSource clock) {
        var settings = ClientSettings.of(MotoAccount.REGION, Endpoints.of(moto.endpoint()))
                .withTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(20));
        return new ClientFactory(
                settings,
                StaticCredentialsProvider.create(AwsBasicCredentials.create(MotoAccount.KEY, MotoAccount.KEY)),
                Guards.of(veto -> {}, new Wire.Unlimited(), new CallLog(clock), clock),
                http);
    }

    /** As the loop does: what the endpoint does not offer is a problem of its part, and ends nothing else. */
    private static <T> Deployment read(Source<T> source, Deployment known, Instant now) {
        try {
            return SandboxDeployment.read(source, known, now);
        } catch (Exception failed) {
            var problem = new AwsProblems(InstantSource.system(), false)
                    .problem(source.calls().iterator().next(), failed);
            return known.with(
                    source.part(), Observed.<Listing<T>>never(source.cadence()).failed(problem, now));
        }
    }
}
