package io.atalaya.operate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.deployment.Deployment;
import io.atalaya.operate.act.StopInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArmingTest {
    private Instant now = Instant.parse("2026-11-18T15:00:00Z");
    private final Arming arming = new Arming(() -> now);

    @Test
    void itEndsByItself() {
        assertThat(arming.armed()).isFalse();
        arming.arm(Arming.USUAL);
        assertThat(arming.until()).contains(now.plus(Duration.ofMinutes(15)));
        now = now.plus(Duration.ofMinutes(15)).minusNanos(1);
        assertThat(arming.armed()).isTrue();
        now = now.plusNanos(1);
        assertThat(arming.armed()).isFalse();
        assertThat(arming.until()).isEmpty();
    }

    @Test
    void itEndsWhenSomebodyEndsIt() {
        arming.arm(Duration.ofHours(1));
        arming.disarm();
        assertThat(arming.armed()).isFalse();
    }

    @Test
    void itIsTheSameWhileItIsOnlyExtended() {
        assertThat(arming.turn()).isEmpty();
        arming.arm(Duration.ofMinutes(1));
        var first = arming.turn();
        assertThat(first).isPresent();
        arming.arm(Duration.ofMinutes(2));
        assertThat(arming.turn()).isEqualTo(first);
        arming.disarm();
        assertThat(arming.turn()).isEmpty();
        arming.arm(Duration.ofMinutes(1));
        var second = arming.turn();
        assertThat(second).isPresent().isNotEqualTo(first);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(arming.turn()).isEmpty();
        arming.arm(Duration.ofMinutes(1));
        assertThat(arming.turn()).as("its time had ended").isPresent().isNotEqualTo(second);
    }

    @Test
    void nobodyArmsForEver() {
        for (var time : new Duration[] {
            Duration.ZERO, Duration.ofSeconds(-1), Duration.ofHours(8).plusNanos(1)
        }) {
            assertThatThrownBy(() -> arming.arm(time)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(arming.armed()).isFalse();
        arming.arm(Arming.LONGEST);
        assertThat(arming.armed()).isTrue();
    }

    @Test
    void protectionIsOfProfilesAndTags() {
        var protection = new Protection(Set.of("prod"), Set.of("critical", "env=prod"));
        assertThat(protection.covers("prod", Map.of())).isTrue();
        assertThat(protection.covers("test", Map.of())).isFalse();
        assertThat(protection.covers(null, Map.of("critical", ""))).isTrue();
        assertThat(protection.covers(null, Map.of("env", "prod"))).isTrue();
        assertThat(protection.covers(null, Map.of("env", "Prod"))).isFalse();
        assertThat(protection.covers(null, Map.of("x", "critical"))).isFalse();
        assertThat(Protection.NONE.covers("prod", Map.of("env", "prod"))).isFalse();
    }

    @Test
    void whatNobodyCanTypeIsAskedByItsId() {
        var nothing = Deployment.empty("us-east-1", null);
        assertThat(TypedName.of(new StopInstance("i-1"), nothing)).isEqualTo("i-1");
        for (var name : new String[] {"\u202Egnp.exe", "", " x", "a\nb", "Größe", "x".repeat(65)}) {
            assertThat(TypedName.typeable(name)).as(name).isFalse();
        }
        for (var name : new String[] {"ChOp-web-1", "a b", "x".repeat(64), "x"}) {
            assertThat(TypedName.typeable(name)).as(name).isTrue();
        }
    }
}
