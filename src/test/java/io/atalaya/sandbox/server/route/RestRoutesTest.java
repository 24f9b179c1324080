package io.atalaya.sandbox.server.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.protocols.core.OperationInfo;

class RestRoutesTest {
    /** AWS's names with capitals that Java's class names do not have. */
    private static final Map<String, String> JAVA_NAMES = Map.of(
            "GetDNSSEC", "GetDnssec",
            "TestDNSAnswer", "TestDnsAnswer");

    static Stream<Arguments> routes() {
        return Stream.of(AwsService.ROUTE_53, AwsService.EFS, AwsService.SSO, AwsService.SSO_OIDC)
                .flatMap(service -> RestRoutes.of(service).stream().map(route -> Arguments.of(service, route)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("routes")
    void agreesWithTheSdksMarshaller(AwsService service, RestRoute route) throws ReflectiveOperationException {
        OperationInfo sdk = marshalled(service, route.operation());

        assertThat(route.method()).isEqualTo(sdk.httpMethod().name());
        assertThat(route.template()).isEqualTo(sdk.requestUri().replaceFirst("(?<=.)/$", ""));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("routes")
    void isReachedByItsOwnPath(AwsService service, RestRoute route) {
        String path = route.template().replaceAll("\\{.*?}", "x");

        assertThat(RestRoutes.of(service).stream()
                        .filter(other -> other.match(route.method(), path).isPresent())
                        .findFirst())
                .contains(route);
    }

    @Test
    void undoesEscapesWithinASegmentOnly() {
        var route = new RestRoute("GET", "/v/tags/{Type}/{Id}", "ListTagsForResource");

        assertThat(route.match("GET", "/v/tags/a%2Fb/c+d%20e/")).contains(Map.of("Type", "a/b", "Id", "c+d e"));
        assertThat(route.match("GET", "/v/tags/a/b/c")).isEmpty();
        assertThat(route.match("POST", "/v/tags/a/b")).isEmpty();
    }

    private static OperationInfo marshalled(AwsService service, String operation) throws ReflectiveOperationException {
        String simple = JAVA_NAMES
                .getOrDefault(operation, operation)
                .replace("VPC", "Vpc")
                .replace("DNSSEC", "Dnssec");
        String name = service.modelPackage().replaceFirst("model$", "transform.") + simple + "RequestMarshaller";
        Field binding = Class.forName(name).getDeclaredField("SDK_OPERATION_BINDING");
        binding.setAccessible(true);
        return (OperationInfo) binding.get(null);
    }
}
