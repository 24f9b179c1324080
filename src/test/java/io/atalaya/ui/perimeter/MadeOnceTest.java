package io.atalaya.ui.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.reach.Change;
import io.atalaya.deployment.reach.Changes;
import io.atalaya.deployment.reach.Reachability;
import io.atalaya.deployment.reach.Verdict;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.Moment;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the perimeter works out is worked out no more often than is looked at. */
class MadeOnceTest {
    private static final Texts TEXTS = new Texts(
            Locale.ENGLISH, List.of("io.atalaya.ui.perimeter.perimeter", "io.atalaya.ui.inspector.inspector"));
    private static final Instant WENT = Instant.parse("2026-11-24T18:52:08Z");
    private static Deployment checkop = Deployment.empty("", null);

    private final List<List<Change>> tried = new ArrayList<>();

    @BeforeAll
    static void read() throws Exception {
        checkop = SandboxDeployment.calm("checkop", Contexts.NOW);
    }

    private AskModel model(List<io.atalaya.watch.Change> changes) {
        return new AskModel(
                TEXTS,
                new Networks(),
                (deployment, edits, question) -> {
                    tried.add(edits);
                    var with = deployment;
                    for (var each : edits) {
                        with = Changes.apply(with, each);
                    }
                    return Reachability.of(with).answer(question);
                },
                () -> new RuleHistory(changes, List.of()));
    }

    private static SecurityGroup files() {
        return checkop.items(Parts.SECURITY_GROUPS).stream()
                .filter(each -> each.name().equals("chop-efs"))
                .findFirst()
                .orElseThrow();
    }

    private static io.atalaya.watch.Change gone(String rule, Instant at) {
        return new io.atalaya.watch.Change(
                at,
                null,
                io.atalaya.watch.Change.Kind.CHANGED,
                files().ref(),
                files().name(),
                null,
                "IpPermissions",
                rule,
                null);
    }

    private AskModel.Made ask(List<io.atalaya.watch.Change> changes) {
        SecurityRule rule = files().rules().stream()
                .filter(each -> "10.20.1.0/24".equals(each.cidr()))
                .findFirst()
                .orElseThrow();
        var now = Changes.apply(checkop, new Change.RemoveRule(files().id(), rule));
        var ends = new EndBook(TEXTS, now);
        var asked = new QuestionLine(ends, new TrafficBook(TEXTS))
                .parse("from 10.20.1.57 to ChOp-Temp mount us-east-1d tcp 2049")
                .orElseThrow();
        var made = model(changes).make(new AskModel.Wish(now, asked));
        assertThat(Objects.requireNonNull(made.answer()).verdict()).isEqualTo(Verdict.NO);
        return made;
    }

    @Test
    void rulesThatWentAreTriedAllAtOnce() {
        var changes = new ArrayList<io.atalaya.watch.Change>();
        for (int i = 0; i < 40; i++) {
            changes.add(gone("ingress tcp " + (3000 + i) + " 10.99.0.0/16", WENT.plusSeconds(i)));
        }
        changes.add(gone("ingress tcp 2049 10.20.1.0/24", WENT));
        assertThat(Objects.requireNonNull(ask(changes).since()).at()).isEqualTo(WENT);
        assertThat(tried).as("one question for 41 rules").hasSize(1);
    }

    @Test
    void ofTwoThatWouldDoTheOneThatWentLastIsSaid() {
        var changes = List.of(
                gone("ingress tcp 2049 10.20.1.0/24", WENT),
                gone("ingress tcp 2049 10.20.0.0/16", WENT.plusSeconds(60)));
        var made = ask(changes);
        assertThat(made.since()).as(tried + " " + made.answer()).isNotNull();
        assertThat(Objects.requireNonNull(made.since()).at()).isEqualTo(WENT.plusSeconds(60));
        assertThat(tried.size()).isLessThanOrEqualTo(3);
    }

    @Test
    void whereNoneThatWentWouldDoNothingIsSaid() {
        assertThat(ask(List.of(gone("ingress tcp 22 10.20.1.0/24", WENT))).since())
                .isNull();
        assertThat(tried).hasSize(1);
    }

    @Test
    void onlyTheTabThatIsOpenIsMade() {
        var model = new WorldModel(TEXTS, new Networks());
        var asked = make(model, checkop, Tab.ASK);
        assertThat(asked.openings()).isNotEmpty();
        assertThat(asked.matrix()).isNull();
        assertThat(asked.audit()).isNull();
        var matrix = make(model, checkop, Tab.MATRIX);
        assertThat(matrix.matrix()).isNotNull();
        assertThat(matrix.audit()).isNull();
        assertThat(matrix.exposure()).isSameAs(asked.exposure());
        var findings = make(model, checkop, Tab.FINDINGS);
        assertThat(findings.audit()).isNotNull();
        assertThat(findings.matrix()).as("of the same snapshot").isSameAs(matrix.matrix());
        var later = Changes.apply(
                checkop,
                new Change.AddRule(files().id(), new SecurityRule(true, "tcp", 1, 1, "0.0.0.0/0", null, null, null)));
        assertThat(make(model, later, Tab.ASK).matrix())
                .as("nothing old beside something new")
                .isNull();
    }

    private static WorldModel.Made make(WorldModel model, Deployment deployment, Tab tab) {
        var made = model.make(new WorldModel.Wish(new Moment(deployment, Contexts.NOW), tab));
        model.show(made);
        return made;
    }
}
