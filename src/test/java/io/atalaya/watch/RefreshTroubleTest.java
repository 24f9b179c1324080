package io.atalaya.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What fails keeps its last value, costs little, and is found out to be over within one cadence. */
class RefreshTroubleTest extends LoopCase {
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
}
