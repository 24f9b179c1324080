package io.atalaya.deployment.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.facts.LogsOf.Absent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogsOfTest {
    private static Deployment with(String... names) {
        return Sample.with(
                Sample.empty(),
                Parts.LOG_GROUPS,
                List.of(names).stream()
                        .map(it -> new LogGroup(it, "arn:aws:logs:us-east-1:111122223333:log-group:" + it, 30, 1, null))
                        .toList());
    }

    private static List<String> names(LogsOf.Answer answer) {
        return answer.sources().stream()
                .map(it -> it.group().name() + (it.prefix() == null ? "" : " " + it.prefix()))
                .toList();
    }

    @Test
    void aMachineWritesStreamsThatBeginWithItsId() {
        var machine = Sample.instance("i-0123456789abcdef0", "running");
        assertThat(names(LogsOf.of(machine, with("/checkop/app", "/aws/rds/instance/x/error"))))
                .containsExactly("/checkop/app i-0123456789abcdef0");
        assertThat(LogsOf.of(machine, with("/aws/lambda/x")).absent()).isEqualTo(Absent.NO_GROUP);
        var many = IntStream.range(0, 30).mapToObj(i -> "/team-" + i).toArray(String[]::new);
        assertThat(LogsOf.of(machine, with(many)).absent()).isEqualTo(Absent.TOO_MANY);
        many[3] = "/autochop/app";
        assertThat(names(LogsOf.of(machine, with(many)))).containsExactly("/autochop/app i-0123456789abcdef0");
    }

    @Test
    void whereThereIsNothingItIsSaidWhy() {
        var machine = Sample.instance("i-1", "running");
        assertThat(LogsOf.of(machine, Sample.empty()).absent()).isEqualTo(Absent.NOT_READ);
        var group = with("/checkop/app").items(Parts.LOG_GROUPS).getFirst();
        assertThat(names(LogsOf.of(group, with("/checkop/app")))).containsExactly("/checkop/app");
        assertThat(LogsOf.of(Sample.targetGroup("web"), with("/checkop/app")).absent())
                .isEqualTo(Absent.NO_GROUP);
    }
}
