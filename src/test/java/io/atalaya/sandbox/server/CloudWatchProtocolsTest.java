package io.atalaya.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.server.codec.Pojos;
import io.atalaya.sandbox.server.route.AwsService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;

/** Newer CLIs and SDKs speak JSON 1.0 or CBOR to CloudWatch, where the SDK at hand speaks query. */
@Timeout(60)
class CloudWatchProtocolsTest {
    private final SandboxServer server = SandboxServer.start(TestParts.of(alarms()));
    private final HttpClient http = HttpClient.newHttpClient();

    private static OperationRegistry alarms() {
        var registry = new OperationRegistry();
        registry.on(
                "monitoring",
                "DescribeAlarms",
                DescribeAlarmsRequest.class,
                DescribeAlarmsResponse.class,
                (request, call) -> {
                    if (request.alarmNames().isEmpty()) {
                        throw new WireFault(400, "InvalidNextToken", "no");
                    }
                    return DescribeAlarmsResponse.builder()
                            .nextToken(request.alarmNames().getFirst())
                            .build();
                });
        return registry;
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    @Test
    void speaksJson() throws Exception {
        HttpResponse<byte[]> answer = http.send(
                signed("/")
                        .header("X-Amz-Target", "GraniteServiceVersion20100801.DescribeAlarms")
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"AlarmNames\":[\"cpu\"]}"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"NextToken\":\"cpu\"}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.0");
    }

    @Test
    void speaksCbor() throws Exception {
        // {"AlarmNames": ["cpu"]}
        HttpResponse<byte[]> answer = cbor("a16a416c61726d4e616d65738163637075");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("smithy-protocol")).contains("rpc-v2-cbor");
        assertThat(HexFormat.of().formatHex(answer.body())).isEqualTo("bf694e657874546f6b656e63637075ff");
    }

    @Test
    void tellsErrorsByTheirQueryCode() throws Exception {
        HttpResponse<byte[]> answer = cbor("a0");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-query-error")).contains("InvalidNextToken;Sender");
    }

    /** The reason why the query metadata serves for the other two. */
    @Test
    void membersHaveOneNameInAllProtocols() {
        var seen = new HashSet<Class<?>>();
        Discovery.operations(AwsService.CLOUDWATCH).forEach(operation -> {
            assertNames(operation.getParameterTypes()[0].asSubclass(SdkPojo.class), seen);
            assertNames(operation.getReturnType().asSubclass(SdkPojo.class), seen);
        });
        assertThat(seen).hasSizeGreaterThan(50);
    }

    private static void assertNames(Class<? extends SdkPojo> type, Set<Class<?>> seen) {
        assertNames(Pojos.builderOf(type), seen);
    }

    private static void assertNames(SdkPojo builder, Set<Class<?>> seen) {
        if (!seen.add(builder.getClass())) {
            return;
        }
        for (SdkField<?> field : builder.sdkFields()) {
            assertThat(field.locationName()).isEqualTo(field.memberName());
            SdkField<?> inner = field.containsTrait(ListTrait.class)
                    ? field.getRequiredTrait(ListTrait.class).memberFieldInfo()
                    : field;
            if (inner.constructor() != null) {
                assertNames(inner.constructor().get(), seen);
            }
        }
    }

    private HttpResponse<byte[]> cbor(String hex) throws Exception {
        return http.send(
                signed("/service/GraniteServiceVersion20100801/operation/DescribeAlarms")
                        .header("smithy-protocol", "rpc-v2-cbor")
                        .header("Content-Type", "application/cbor")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                HexFormat.of().parseHex(hex)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder signed(String path) {
        Instant now = Instant.now();
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(
                now.atOffset(ZoneOffset.UTC).toLocalDate());
        String time = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(now);
        return HttpRequest.newBuilder(URI.create(server.endpoint() + path))
                .timeout(Duration.ofSeconds(20))
                .header("X-Amz-Date", time)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/" + day
                                + "/us-east-1/monitoring/aws4_request, SignedHeaders=host, Signature=0");
    }
}
