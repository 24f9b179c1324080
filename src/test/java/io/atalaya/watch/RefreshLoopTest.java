package io.atalaya.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefreshLoopTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualTime time = new VirtualTime();
    private final List<Deployment> snapshots = new ArrayList<>();

    @Test
    void asksOnceEveryCadence() {
        var instances = script("Instances").every(Duration.ofSeconds(15));
        loop(instances).start();

        time.advance(MINUTE.multipliedBy(10));

        // never later than the cadence, up to a tenth earlier
        for (var i = 1; i < instances.askedAt.size(); i++) {
            assertThat(Duration.between(instances.askedAt.get(i - 1), instances.askedAt.get(i)))
                    .isBetween(Duration.ofMillis(13_500), Duration.ofSeconds(15));
        }
        assertThat(instances.askedAt).hasSizeBetween(40, 45);
        assertThat(last(instances).freshness(time.instant())).isEqualTo(Freshness.CURRENT);
    }

    @Test
    void startsSpreadOut() {
        var scripts = new Script[20];
        Arrays.setAll(scripts, i -> script("S" + i));
        loop(scripts).start();

        time.advance(SECOND);

        assertThat(Arrays.stream(scripts).map(s -> s.askedAt.getFirst()).distinct())
                .hasSizeGreaterThan(15);
    }

    @Test
    void keepsTheLastValueWithItsAgeWhenARefreshFails() {
        var instances = script("Instances").answers("i-1", "i-2");
        var databases = script("Databases").of("rds").answers("db");
        loop(instances, databases).start();
        time.advance(SECOND);
        var read = Objects.requireNonNull(last(instances).askedAt());

        instances.fails(Problem.Kind.SERVICE);
        time.advance(MINUTE);

        assertThat(items(instances)).containsExactly("i-1", "i-2");
        assertThat(last(instances).askedAt()).isEqualTo(read);
        assertThat(last(instances).problem()).isNotNull();
        assertThat(last(instances).freshness(time.instant())).isEqualTo(Freshness.LAST_KNOWN);
        assertThat(last(databases).problem()).isNull();
        assertThat(last(databases).freshness(time.instant())).isEqualTo(Freshness.CURRENT);
    }

    @Test
    void recoversWithinOneCadenceAndAsksLessWhileItFails() {
        var health = script("Health").every(Duration.ofSeconds(5));
        var instances = script("Instances").every(Duration.ofSeconds(15));
        var volumes = script("Volumes").every(MINUTE);
        var loop = loop(health, instances, volumes);
        loop.start();
        time.advance(MINUTE.multipliedBy(20));
        var asked = asked(health, instances, volumes);

        List.of(health, instances, volumes).forEach(s -> s.fails(Problem.Kind.SERVICE));
        time.advance(MINUTE.multipliedBy(20));
        var askedWhileFailing = asked(health, instances, volumes) - asked;
        List.of(health, instances, volumes).forEach(s -> s.answers("back"));
        time.advance(Duration.ofSeconds(5).plus(SECOND));

        assertThat(askedWhileFailing).isLessThan(asked * 85 / 100);
        assertThat(items(health)).containsExactly("back");
        assertThat(items(instances)).containsExactly("back");
        assertThat(items(volumes)).containsExactly("back");
        assertThat(loop.statuses()).allMatch(s -> s.failuresInARow() == 0);
    }

    @Test
    void probesOnceACadenceAndNoMoreWhenThrottled() {
        var health = script("Health").every(Duration.ofSeconds(5));
        loop(health).start();
        time.advance(MINUTE);
        health.fails(Problem.Kind.THROTTLED);
        time.advance(Duration.ofSeconds(6));
        var before = health.askedAt.size();

        time.advance(MINUTE.multipliedBy(10));

        assertThat(health.askedAt.size() - before).isEqualTo(120);
        assertThat(health.contexts.subList(before, health.contexts.size())).allMatch(CallContext::probing);
    }

    @Test
    void failsAloneAsSoonAsAnotherOfItsServiceAnswers() {
        var health = script("Health").every(Duration.ofSeconds(5)).fails(Problem.Kind.SERVICE);
        var volumes = script("Volumes").every(MINUTE).fails(Problem.Kind.SERVICE);
        var instances = script("Instances").every(Duration.ofSeconds(15));
        loop(health, volumes, instances).start();
        time.advance(MINUTE.multipliedBy(10));

        volumes.answers("back");
        time.advance(MINUTE);

        // health still fails and is asked more often, and yet volumes do not wait for it
        assertThat(items(volumes)).containsExactly("back");
        assertThat(health.askedAt).hasSizeLessThan(135);
    }

    @Test
    void ofAWholeConnectionOneSourceAsksForAll() {
        var health = script("Health").every(Duration.ofSeconds(5));
        var databases = script("Databases").of("rds").every(Duration.ofSeconds(30));
        var zones = script("Zones").of("route53").every(MINUTE);
        loop(health, databases, zones).start();
        time.advance(MINUTE);
        List.of(health, databases, zones).forEach(s -> s.fails(Problem.Kind.EXPIRED));
        time.advance(MINUTE.multipliedBy(10));
        var asked = asked(health, databases, zones);

        time.advance(MINUTE.multipliedBy(10));
        assertThat(asked(health, databases, zones) - asked).isBetween(120, 125);

        List.of(health, databases, zones).forEach(s -> s.answers("back"));
        time.advance(Duration.ofSeconds(6));
        assertThat(items(zones)).containsExactly("back");
        assertThat(items(databases)).containsExactly("back");
    }

    @Test
    void whatOneServiceAloneRefusesIsFoundOutByOneOfItsSources() {
        var instances = script("Instances");
        var databases = script("Databases").of("rds").every(Duration.ofSeconds(30));
        var events = script("Events").of("rds").every(MINUTE);
        loop(instances, databases, events).start();
        time.advance(MINUTE);
        List.of(databases, events).forEach(s -> s.fails(Problem.Kind.NO_NETWORK));
        time.advance(MINUTE.multipliedBy(10));
        var asked = events.askedAt.size();

        time.advance(MINUTE.multipliedBy(10));
        assertThat(events.askedAt.size() - asked).isLessThan(5);

        List.of(databases, events).forEach(s -> s.answers("back"));
        time.advance(Duration.ofSeconds(31));
        assertThat(items(events)).containsExactly("back");
    }

    @Test
    void aSourceThatHasNothingToAskIsNoWitness() {
        var health = script("Health").every(Duration.ofSeconds(5)).fails(Problem.Kind.SERVICE);
        var volumes = script("Volumes").every(MINUTE).fails(Problem.Kind.SERVICE);
        var types = script("Types")
                .reads((known, page) -> CallContext.current().sent().set(0));
        loop(health, volumes, types).start();

        time.advance(MINUTE.multipliedBy(20));

        assertThat(volumes.askedAt).hasSizeLessThan(8);
    }

    @Test
    void aProbeWithoutAnAnswerDoesNotKeepTheNextFromAsking() {
        var health = script("Health").every(Duration.ofSeconds(5)).fails(Problem.Kind.TIMEOUT);
        loop(health).start();
        time.advance(SECOND);
        time.hold();
        time.advance(Duration.ofSeconds(5));

        // the answer is there again, and the probe that was sent before hears nothing of it
        time.forgetHeld();
        health.answers("back");
        time.advance(Duration.ofSeconds(5));

        assertThat(items(health)).containsExactly("back");
    }

    @Test
    void aProbeThatAnswersLateCountsAsWell() {
        var health = script("Health").every(Duration.ofSeconds(5)).fails(Problem.Kind.TIMEOUT);
        loop(health).start();
        time.advance(SECOND);
        health.answers("late");
        time.hold();
        time.advance(Duration.ofSeconds(11));
        var began = Instant.parse("2026-03-03T14:00:00Z");
        assertThat(Objects.requireNonNull(last(health).problem()).message()).isEqualTo("no answer for 5 s");

        time.answerOne();

        assertThat(items(health)).containsExactly("late");
        assertThat(last(health).problem()).isNull();
        assertThat(Duration.between(began, last(health).askedAt())).isLessThan(Duration.ofSeconds(6));
        time.release();
        assertThat(health.askedAt).hasSize(2);
    }

    @Test
    void aFailingReadIsAProbe() {
        var instances = script("Instances").fails(Problem.Kind.SERVICE);
        loop(instances).start();
        time.advance(Duration.ofSeconds(11));

        assertThat(instances.contexts).extracting(CallContext::probing).containsExactly(false, true);
    }

    @Test
    void aDenialIsAskedOnceAndThenOnDemand() {
        var databases = script("Databases").of("rds").fails(Problem.Kind.DENIED);
        var loop = loop(databases);
        loop.start();
        time.advance(Duration.ofMinutes(20));
        assertThat(databases.askedAt).hasSize(1);

        databases.answers("db");
        loop.askNow(Set.of(databases.part));
        time.settle();

        assertThat(items(databases)).containsExactly("db");
        assertThat(databases.contexts.getLast().priority()).isEqualTo(Priority.CLICK);
    }

    @Test
    void aDenialIsAskedAgainAfterHalfAnHour() {
        var databases = script("Databases").fails(Problem.Kind.NOT_OFFERED);
        loop(databases).start();

        time.advance(Duration.ofMinutes(31));

        assertThat(databases.askedAt).hasSize(2);
    }

    @Test
    void showsPagesAsTheyComeTheFirstTime() {
        var seen = new ArrayList<Integer>();
        var instances = script("Instances");
        instances.reads((known, page) -> {
            for (var p = 0; p < 3; p++) {
                page.accept(List.of("i-" + p));
                seen.add(items(instances).size());
                assertThat(value(instances).complete()).isFalse();
                time.skip(Duration.ofMillis(200));
            }
        });
        loop(instances).start();
        time.advance(SECOND);

        assertThat(seen).containsExactly(1, 2, 3);
        assertThat(value(instances).complete()).isTrue();
        assertThat(value(instances).pages()).isEqualTo(3);
    }

    @Test
    void neverReplacesACompleteListByAPartialOne() {
        var instances = script("Instances").answers("i-1", "i-2", "i-3");
        loop(instances).start();
        time.advance(SECOND);

        instances.reads((known, page) -> {
            page.accept(List.of("i-1"));
            time.skip(SECOND);
            page.accept(List.of("i-2"));
            throw new Script.Refusal(Problem.Kind.SERVICE);
        });
        time.advance(Duration.ofSeconds(12));

        assertThat(instances.askedAt).hasSizeGreaterThan(1);
        assertThat(snapshots.stream()
                        .map(s -> s.observed(instances.part).value())
                        .filter(Objects::nonNull))
                .allMatch(listing -> listing.items().size() == 3);
    }

    @Test
    void keepsWhatArrivedWhenTheFirstReadBreaksOff() {
        var instances = script("Instances").reads((known, page) -> {
            page.accept(List.of("i-1"));
            throw new Script.Refusal(Problem.Kind.SERVICE);
        });
        loop(instances).start();
        time.advance(SECOND);

        assertThat(items(instances)).containsExactly("i-1");
        assertThat(value(instances).complete()).isFalse();
        assertThat(last(instances).problem()).isNotNull();
    }

    @Test
    void aPartialReadIsAsOldAsItsOldestItem() {
        var targets = script("Targets").answers("a=old", "b=old");
        loop(targets).start();
        time.advance(SECOND);
        var first = last(targets).askedAt();

        targets.reads((known, page) -> {
            throw new PartialReadException(
                    List.of("a=new"), List.of("b=old"), new Script.Refusal(Problem.Kind.THROTTLED));
        });
        time.advance(Duration.ofSeconds(11));

        assertThat(items(targets)).containsExactly("a=new", "b=old");
        assertThat(last(targets).askedAt()).isEqualTo(first);
        assertThat(Objects.requireNonNull(last(targets).problem()).kind()).isEqualTo(Problem.Kind.THROTTLED);
    }

    @Test
    void aSourceOfWhichAPartIsNotOfferedGoesOnAtItsPace() {
        var balancers = script("Balancers").reads((known, page) -> {
            throw new PartialReadException(List.of("v2"), List.of(), new Script.Refusal(Problem.Kind.NOT_OFFERED));
        });
        var listeners = script("Listeners").needs(balancers);
        loop(balancers, listeners).start();
        time.advance(MINUTE);

        assertThat(balancers.askedAt).hasSizeGreaterThan(5);
        assertThat(last(balancers).freshness(time.instant())).isEqualTo(Freshness.CURRENT);
        assertThat(last(balancers).problem()).isNotNull();
        assertThat(items(listeners)).containsExactly("a");
    }

    @Test
    void oneReadOfASourceAtATime() {
        var instances = script("Instances");
        var loop = loop(instances);
        time.hold();
        loop.start();
        time.advance(SECOND);

        loop.askNow(Set.of(instances.part));
        loop.askNow(Set.of(instances.part));
        time.advance(Duration.ofSeconds(20));
        assertThat(loop.statuses().getFirst().inFlightSince()).isNotNull();
        time.release();

        // the read under way, and one begun after the clicks
        assertThat(instances.askedAt).hasSize(2);
    }

    @Test
    void givesUpAReadThatIsSilent() {
        var instances = script("Instances");
        var databases = script("Databases").of("rds");
        var loop = loop(instances, databases);
        time.hold();
        loop.start();
        time.advance(Duration.ofSeconds(29));
        assertThat(last(instances).problem()).isNull();

        time.advance(Duration.ofSeconds(2));

        assertThat(Objects.requireNonNull(last(instances).problem()).kind()).isEqualTo(Problem.Kind.TIMEOUT);
        assertThat(last(instances).problem()).extracting(Problem::call).isEqualTo("ec2:DescribeInstances");
    }

    @Test
    void dropsTheAnswerOfAReadThatWasGivenUp() {
        var instances = script("Instances").answers("late");
        loop(instances).start();
        time.hold();
        time.advance(Duration.ofSeconds(35));
        instances.answers("in time");
        time.release();

        assertThat(snapshots.stream().flatMap(s -> s.items(instances.part).stream()))
                .doesNotContain("late");
    }

    @Test
    void dropsWhatAReadSaysThatDidNotNoticeThatItWasGivenUp() {
        var instances = script("Instances");
        instances.reads((known, page) -> {
            instances.fails(Problem.Kind.TIMEOUT);
            time.advance(Duration.ofSeconds(31));
        });
        loop(instances).start();
        time.advance(SECOND);

        assertThat(last(instances).value()).isNull();
        assertThat(Objects.requireNonNull(last(instances).problem()).kind()).isEqualTo(Problem.Kind.TIMEOUT);
    }

    @Test
    void aSlowReadLivesWhileItsPagesArrive() {
        var instances = script("Instances").reads((known, page) -> {
            for (var p = 0; p < 8; p++) {
                time.advance(Duration.ofSeconds(20));
                page.accept(List.of("i-" + p));
            }
        });
        loop(instances).start();
        time.advance(SECOND);

        assertThat(items(instances)).hasSize(8);
        assertThat(last(instances).problem()).isNull();
    }

    @Test
    void whatTakesLongToReadIsNotCalledOldForIt() {
        var targets = script("Targets").every(Duration.ofSeconds(5)).reads((known, page) -> {
            page.accept(List.of("t"));
            time.skip(Duration.ofSeconds(12));
        });
        loop(targets).start();
        time.advance(SECOND);

        for (var i = 0; i < 20; i++) {
            time.advance(SECOND);
            assertThat(last(targets).freshness(time.instant())).isEqualTo(Freshness.CURRENT);
        }
        assertThat(targets.askedAt).hasSizeBetween(2, 3);
    }

    @Test
    void waitsForWhatItNeedsAndIsAskedAtOnceWhenItArrives() {
        var groups = script("Groups");
        var health = script("Health").needs(groups).reads((known, page) -> page.accept(known.items(groups.part)));
        var loop = loop(health, groups);
        groups.fails(Problem.Kind.SERVICE);
        loop.start();
        time.advance(SECOND);

        assertThat(health.askedAt).isEmpty();
        var problem = Objects.requireNonNull(last(health).problem());
        assertThat(problem.kind()).isEqualTo(Problem.Kind.BLOCKED);
        assertThat(problem.code()).isEqualTo("ec2:DescribeGroups");

        groups.answers("tg-1");
        loop.askNow(Set.of(groups.part));
        time.settle();

        assertThat(items(health)).containsExactly("tg-1");
        assertThat(last(health).problem()).isNull();
    }

    @Test
    void goesOnWithWhatItNeedsAsLastKnown() {
        var groups = script("Groups");
        var health = script("Health").needs(groups);
        loop(health, groups).start();
        time.advance(SECOND);

        groups.fails(Problem.Kind.SERVICE);
        time.advance(MINUTE);

        assertThat(last(health).problem()).isNull();
        assertThat(last(health).freshness(time.instant())).isEqualTo(Freshness.CURRENT);
    }

    @Test
    void waitsForWhatItUsesOnlyUntilThatWasTried() {
        var instances = script("Instances").fails(Problem.Kind.DENIED);
        var tried = new ArrayList<Boolean>();
        var images = new Script[8];
        Arrays.setAll(images, i -> script("Images" + i)
                .uses(instances)
                .reads((known, page) -> tried.add(known.observed(instances.part).problem() != null)));
        var all = Arrays.copyOf(images, 9);
        all[8] = instances;
        loop(all).start();
        time.advance(SECOND);

        assertThat(tried).hasSize(8).containsOnly(true);
        assertThat(last(images[0]).problem()).isNull();
    }

    @Test
    void asksOnDemandOnlyWhileSomeoneLooks() {
        var groups = script("Groups").onDemand();
        var volumes = script("Volumes").onDemand().needs(groups);
        var loop = loop(groups, volumes);
        loop.start();
        time.advance(MINUTE);
        assertThat(volumes.askedAt).isEmpty();

        var first = loop.watch(Set.of(volumes.part));
        var second = loop.watch(Set.of(volumes.part));
        time.settle();
        assertThat(groups.askedAt).hasSize(1);
        assertThat(volumes.askedAt).hasSize(1);
        assertThat(volumes.contexts.getFirst().priority()).isEqualTo(Priority.CLICK);

        first.close();
        first.close();
        time.advance(MINUTE);
        assertThat(volumes.askedAt).hasSizeGreaterThan(5);

        second.close();
        var asked = volumes.askedAt.size();
        time.advance(MINUTE);
        assertThat(volumes.askedAt).hasSize(asked);
        assertThat(loop.statuses()).noneMatch(SourceStatus::active);
    }

    @Test
    void askNowReachesASourceNobodyWatches() {
        var volumes = script("Volumes").onDemand();
        var loop = loop(volumes);
        loop.start();

        loop.askNow(Set.of(volumes.part));
        time.advance(MINUTE);

        assertThat(volumes.askedAt).hasSize(1);
        assertThat(items(volumes)).containsExactly("a");
    }

    @Test
    void asksEverythingThatFailedAgainWhenCredentialsAreRenewed() {
        var instances = script("Instances").fails(Problem.Kind.EXPIRED);
        var denied = script("Databases").of("rds").fails(Problem.Kind.DENIED);
        var loop = loop(instances, denied);
        loop.start();
        time.advance(SECOND);

        instances.answers("i-1");
        denied.answers("db");
        loop.renewed();
        time.settle();

        assertThat(items(instances)).containsExactly("i-1");
        assertThat(items(denied)).containsExactly("db");
    }

    @Test
    void publishesNothingAfterClose() {
        var instances = script("Instances");
        var loop = loop(instances);
        loop.start();
        time.advance(SECOND);
        time.hold();
        time.advance(Duration.ofSeconds(15));
        var told = snapshots.size();

        loop.close();
        time.release();
        loop.askNow(Set.of(instances.part));
        loop.watch(Set.of(instances.part)).close();
        time.advance(MINUTE);

        assertThat(snapshots).hasSize(told);
        assertThat(instances.askedAt).hasSize(1);
        assertThat(time.pending()).isZero();
    }

    @Test
    void sharesWhatDidNotChange() {
        var instances = script("Instances");
        loop(instances).start();
        time.advance(SECOND);
        var first = value(instances);

        time.advance(Duration.ofSeconds(30));

        assertThat(value(instances)).isSameAs(first);
        assertThat(last(instances).askedAt()).isAfter(Instant.parse("2026-03-03T14:00:20Z"));
    }

    @Test
    void aFaultOfAReaderIsAProblemOfItsPart() {
        var instances = script("Instances").reads((known, page) -> {
            throw new StackOverflowError();
        });
        var databases = script("Databases").of("rds");
        loop(instances, databases).start();
        time.advance(SECOND);

        assertThat(Objects.requireNonNull(last(instances).problem()).kind()).isEqualTo(Problem.Kind.FAULT);
        assertThat(items(databases)).containsExactly("a");
    }

    private Script script(String id) {
        return new Script(id, time);
    }

    private RefreshLoop loop(Script... scripts) {
        var sources = new ArrayList<Source<?>>();
        for (var script : scripts) {
            sources.add(script.source());
        }
        var machine = new Machine(time, time, time, new Random(1));
        return new RefreshLoop(
                Deployment.empty("us-east-1", null), sources, Script.problems(time), machine, snapshots::add);
    }

    private Observed<Listing<String>> last(Script script) {
        return snapshots.getLast().observed(script.part);
    }

    private Listing<String> value(Script script) {
        return Objects.requireNonNull(last(script).value());
    }

    private List<String> items(Script script) {
        return snapshots.getLast().items(script.part);
    }

    private static int asked(Script... scripts) {
        return Arrays.stream(scripts).mapToInt(s -> s.askedAt.size()).sum();
    }
}
