package io.atalaya.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One read: its pages, its silence, what is left of it when it breaks off. */
class RefreshReadsTest extends LoopCase {
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
}
