package io.atalaya.sandbox.world.citsmart;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.world.Story;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/** Every group speaks, in its software's format and in Portuguese. */
class CitsmartLogsTest {
    /** How the first line of every event of a group looks. */
    private static final Map<String, Pattern> FORMATS = Map.of(
            "/citsmart/citSMART",
            Pattern.compile("(2026-11-24 )?\\d\\d:\\d\\d:\\d\\d,\\d{3} (INFO |DEBUG|WARN |ERROR) \\[[\\w.]+] \\(.*"),
            "/citsmart/citSOLR",
            Pattern.compile("2026-11-24 [\\d:.]+ (INFO |WARN |ERROR) \\(qtp\\d+-\\d+\\) \\[ {3}x:citsmart] .*"),
            "/citsmart/mongodb",
            Pattern.compile("\\{\"t\":\\{\"\\$date\":\"2026-11-24T[\\d:.]+-03:00\"},\"s\":\"[IWE]\",\"c\":.*}}"),
            "/citsmart/citACTIVEMQ",
            Pattern.compile("2026-11-24 [\\d:,]+ \\| (INFO |WARN ) \\| .*"),
            "/citsmart/citGUACD",
            Pattern.compile("guacd\\[\\d+]: (INFO|WARNING|ERROR):\t.*"),
            "/citsmart/citTIKA",
            Pattern.compile("(INFO|WARN)  2026-11-24 [\\d:,]+ org\\.apache\\.tika.*"),
            "/citsmart/messages",
            Pattern.compile("Nov 24 \\d\\d:\\d\\d:\\d\\d ip-10-64-\\d+-\\d+ \\w.*"),
            "/citsmart/access",
            Pattern.compile("h2 2026-11-24T[\\d:.]+Z app/citsmart-elb/\\w+ [\\d.]+:\\d+ .*"),
            "/aws/rds/instance/citsmart-db/postgresql",
            Pattern.compile("2026-11-24 [\\d:]+ UTC:.*:(LOG|ERRO|AVISO):  .*"));

    private static final Pattern PORTUGUESE = Pattern.compile(
            "[ãõçáéíóúâêô]|solicitacao|chamados|senha|usuário|portal/catalogo", Pattern.CASE_INSENSITIVE);

    static final List<String> GROUPS = FORMATS.keySet().stream().sorted().toList();

    private static Clients aws;
    private static CloudWatchLogsClient logs;

    @BeforeAll
    static void start() {
        aws = new Clients(Story.REPEATING);
        logs = aws.logs();
    }

    @AfterAll
    static void close() {
        aws.close();
    }

    @Test
    void theseAreAllGroups() {
        assertThat(logs.describeLogGroups().logGroups().stream().map(g -> g.logGroupName()))
                .containsExactlyInAnyOrderElementsOf(GROUPS);
    }

    @ParameterizedTest
    @FieldSource("GROUPS")
    void everyGroupSpeaksPortugueseInItsFormat(String group) {
        Pattern format = Objects.requireNonNull(FORMATS.get(group));
        List<String> messages = events(group, "", Duration.ofMinutes(10)).stream()
                .map(FilteredLogEvent::message)
                .toList();
        assertThat(messages).hasSizeGreaterThan(10);
        assertThat(messages.stream().map(m -> m.lines().findFirst().orElse("")))
                .allMatch(m -> format.matcher(m).matches());
        assertThat(messages.stream().filter(m -> PORTUGUESE.matcher(m).find()).count())
                .isGreaterThan(messages.size() / 4);
    }

    @Test
    void theServersThrowExceptionsNowAndThen() {
        assertThat(events("/citsmart/citSMART", "ERROR", Duration.ofMinutes(30)))
                .isNotEmpty()
                .anyMatch(e -> e.message().contains("\n\tat br.com.citsmart."));
    }

    @Test
    void bothJavasTellTheirVersion() {
        assertThat(events("/citsmart/citSMART", "\"Versão da JVM\"", Duration.ofMinutes(10)).stream()
                        .map(e -> e.message()
                                .substring(
                                        e.message().indexOf("JVM: ") + 5,
                                        e.message().indexOf("JVM: ") + 8))
                        .distinct())
                .containsExactlyInAnyOrder("1.7", "1.8");
    }

    private static List<FilteredLogEvent> events(String group, String pattern, Duration back) {
        long now = aws.clock().instant().toEpochMilli();
        return logs
                .filterLogEventsPaginator(r -> r.logGroupName(group)
                        .filterPattern(pattern)
                        .startTime(now - back.toMillis())
                        .endTime(now))
                .events()
                .stream()
                .toList();
    }
}
