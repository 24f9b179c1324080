package io.atalaya.sandbox.world.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.world.Asker;
import io.atalaya.sandbox.world.ManualClock;
import io.atalaya.sandbox.world.Story;
import io.atalaya.sandbox.world.logs.LogGroup;
import io.atalaya.sandbox.world.logs.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each team of the company logs as its software does. */
class FleetLogsTest {
    private static final long NOW = ManualClock.PICTURE.getEpochSecond();

    private final Asker aws = new Asker(new Fleet(500), Story.CALM, ManualClock.PICTURE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tienda|^\\d{4}-\\d\\d-\\d\\d [\\d:.]{12}  INFO 1 --- \\[nio-\\d+-exec-\\d+] co\\.ceiba\\.",
                "pagos|^\\{\"level\":50,.*\"stack\":",
                "logistica|(?s)^\\d{4}-\\d\\d-\\d\\d [\\d:]{8},\\d{3} - \\w+\\.worker - ERROR - .*Traceback",
                "clientes|(?s)^\\d{4}.* atender.INFORMACIÓN: pedido",
                "datos|^ts=\\S+Z level=error component=",
                "plataforma|^\\d{4}/\\d\\d/\\d\\d [\\d:]{8} \\[error] 31#31"
            })
    void everyTeamHasItsFormat(String team, String pattern) {
        List<LogGroup> groups = aws.world().logs().groups().stream()
                .filter(g -> g.name().contains("-" + team + "-") && g.name().contains("/prod/"))
                .toList();
        Pattern expected = Pattern.compile(pattern);
        assertThat(groups).anyMatch(g -> hour(g).stream()
                .anyMatch(l -> expected.matcher(l.message()).find()));
    }

    @Test
    void linesOfATraceKeepTheirOrder() {
        LogGroup group = aws.world().logs().groups().stream()
                .filter(g -> g.name().contains("prod-tienda-web-co"))
                .findFirst()
                .orElseThrow();
        List<LogLine> lines = hour(group);
        List<String> streams = lines.stream().map(LogLine::stream).distinct().toList();
        int traces = 0;
        for (String stream : streams) {
            List<String> said = lines.stream()
                    .filter(l -> l.stream().equals(stream))
                    .map(LogLine::message)
                    .toList();
            for (int i = 0; i < said.size() - 7; i++) {
                if (said.get(i).contains(" ERROR 1 --- ") && said.get(i + 1).startsWith("java.lang")) {
                    assertThat(said.get(i + 2)).startsWith("\tat co.ceiba");
                    assertThat(said.get(i + 7)).endsWith("common frames omitted");
                    traces++;
                }
            }
        }
        assertThat(traces).isPositive();
    }

    private List<LogLine> hour(LogGroup group) {
        List<LogLine> lines = new ArrayList<>();
        for (long second = NOW - 3_600; second < NOW; second++) {
            lines.addAll(aws.world().logs().second(group, s -> true, second));
        }
        return lines;
    }
}
