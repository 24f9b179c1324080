package io.atalaya.sandbox.world.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Asker;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.TestMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TestMetricFilterResponse;

/** What a client writes is read back, within AWS's limits; patterns are tried. */
class LogWritingTest {
    private final Asker aws = Asker.calm();
    private final long now = aws.clock().instant().toEpochMilli();

    @BeforeEach
    void groupAndStream() {
        aws.ask(CreateLogGroupRequest.builder().logGroupName("/mine").build(), CreateLogGroupResponse.class);
        aws.ask(
                CreateLogStreamRequest.builder()
                        .logGroupName("/mine")
                        .logStreamName("s")
                        .build(),
                CreateLogStreamResponse.class);
    }

    @Test
    void whatIsWrittenIsReadBackByTime() {
        put("/mine", "s", now - 10, "b", now - 5, "c", now + 60_000, "future");
        put("/mine", "s", now - 10, "b", now - 8, "between");
        aws.clock().advance(Duration.ofSeconds(2));
        assertThat(read("/mine"))
                .extracting(FilteredLogEvent::message)
                .containsExactly("b", "b", "between", "c", "future");
        assertThat(read("/mine"))
                .extracting(FilteredLogEvent::eventId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 56);
        var group = aws.world().logs().find("/mine").orElseThrow();
        assertThat(aws.world().logs().ingested(group, s -> true, now - 1, now)).hasSize(5);
    }

    @Test
    void existingGroupsTakeMoreBesideTheirOwn() {
        aws.ask(
                CreateLogStreamRequest.builder()
                        .logGroupName("/checkop/app")
                        .logStreamName("mine")
                        .build(),
                CreateLogStreamResponse.class);
        put("/checkop/app", "mine", now - 5_000, "beside the others");
        assertThat(read("/checkop/app")).hasSizeGreaterThan(10).anyMatch(e -> e.message()
                .equals("beside the others"));
    }

    @Test
    void whatIsTooOldOrTooNewIsRejected() {
        PutLogEventsResponse answer =
                put("/mine", "s", now - Duration.ofDays(15).toMillis(), "old", now, "kept", now + 7_300_000, "new");
        assertThat(answer.rejectedLogEventsInfo().tooOldLogEventEndIndex()).isEqualTo(1);
        assertThat(answer.rejectedLogEventsInfo().tooNewLogEventStartIndex()).isEqualTo(2);
        assertThat(read("/mine")).extracting(FilteredLogEvent::message).containsExactly("kept");
    }

    @Test
    void mistakesAreRefused() {
        assertCode("InvalidParameterException", () -> put("/mine", "s", now, "b", now - 1, "before"));
        assertCode("InvalidParameterException", () -> put("/mine", "s", now, ""));
        assertCode("InvalidParameterException", () -> put("/mine", "s", now, "x".repeat(1_048_560)));
        assertCode("ResourceNotFoundException", () -> put("/mine", "none", now, "b"));
        assertCode("ResourceAlreadyExistsException", this::groupAndStream);
    }

    @Test
    void patternsAreTried() {
        var matches = aws.ask(
                        TestMetricFilterRequest.builder()
                                .filterPattern("ERROR -timeout")
                                .logEventMessages("ERROR a", "ERROR timeout", "INFO", "x ERROR")
                                .build(),
                        TestMetricFilterResponse.class)
                .matches();
        assertThat(matches).extracting(m -> m.eventNumber()).containsExactly(1L, 4L);
        assertCode(
                "InvalidParameterException",
                () -> aws.ask(
                        TestMetricFilterRequest.builder()
                                .filterPattern("{ $.a = ")
                                .logEventMessages("x")
                                .build(),
                        TestMetricFilterResponse.class));
    }

    private static void assertCode(String code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(WireFault.class, f -> assertThat(f.code())
                .isEqualTo(code));
    }

    private PutLogEventsResponse put(String group, String stream, Object... timesAndMessages) {
        List<InputLogEvent> events = IntStream.range(0, timesAndMessages.length / 2)
                .mapToObj(i -> InputLogEvent.builder()
                        .timestamp((Long) timesAndMessages[2 * i])
                        .message((String) timesAndMessages[2 * i + 1])
                        .build())
                .toList();
        return aws.ask(
                PutLogEventsRequest.builder()
                        .logGroupName(group)
                        .logStreamName(stream)
                        .logEvents(events)
                        .build(),
                PutLogEventsResponse.class);
    }

    private List<FilteredLogEvent> read(String group) {
        return aws.ask(
                        FilterLogEventsRequest.builder()
                                .logGroupName(group)
                                .startTime(now - 60_000)
                                .endTime(now + 120_000)
                                .build(),
                        FilterLogEventsResponse.class)
                .events();
    }
}
