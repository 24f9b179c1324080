package io.atalaya.sandbox.server.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.server.codec.Protocol;
import io.atalaya.sandbox.server.http.IncomingRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceRouterTest {
    @ParameterizedTest
    @CsvSource({
        "ec2, 2016-11-15, EC2",
        "elasticloadbalancing, 2012-06-01, CLASSIC_BALANCING",
        "elasticloadbalancing, 2015-12-01, BALANCING",
        "monitoring, 2010-08-01, CLOUDWATCH",
        "iam, 2010-05-08, IAM",
    })
    void signedFormsGoByScopeAndVersion(String signingName, String version, AwsService service) {
        Route route = route(form("Action=DescribeThings&Version=" + version), signingName)
                .orElseThrow();

        assertThat(route.service()).isEqualTo(service);
        assertThat(route.operation()).isEqualTo("DescribeThings");
    }

    @Test
    void anotherVersionOfTheSharedNameIsNoService() {
        assertThat(route(form("Action=X&Version=1999-01-01"), "elasticloadbalancing"))
                .isEmpty();
        assertThat(route(form("Action=X&Version=2016-11-15"), "ssm")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2011-06-15, STS",
        "2016-11-15, EC2",
        "2014-10-31, RDS",
    })
    void unsignedFormsGoByVersionAlone(String version, AwsService service) {
        Route route = route(form("Action=AssumeRoleWithWebIdentity&Version=" + version), null)
                .orElseThrow();

        assertThat(route.service()).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /federation/credentials, SSO, GetRoleCredentials",
        "POST, /token, SSO_OIDC, CreateToken",
        "POST, /client/register, SSO_OIDC, RegisterClient",
        "POST, /device_authorization, SSO_OIDC, StartDeviceAuthorization",
        "GET, /2015-02-01/file-systems, EFS, DescribeFileSystems",
    })
    void unsignedPathsGoByTheRoutes(String method, String path, AwsService service, String operation) {
        Route route =
                ServiceRouter.route(request(method, path, Map.of(), ""), null).orElseThrow();

        assertThat(route.service()).isEqualTo(service);
        assertThat(route.operation()).isEqualTo(operation);
    }

    @Test
    void targetsNameTheOperation() {
        var request = request("POST", "/", Map.of("X-Amz-Target", "Logs_20140328.FilterLogEvents"), "{}");

        assertThat(route(request, "logs").orElseThrow().operation()).isEqualTo("FilterLogEvents");
        assertThat(ServiceRouter.route(request, null).orElseThrow().service()).isEqualTo(AwsService.LOGS);
    }

    @Test
    void cloudWatchIsReachedInThreeProtocols() {
        var json = request("POST", "/", Map.of("X-Amz-Target", "GraniteServiceVersion20100801.ListMetrics"), "{}");
        var cbor = request(
                "POST",
                "/service/GraniteServiceVersion20100801/operation/ListMetrics",
                Map.of("Smithy-Protocol", "rpc-v2-cbor"),
                "");
        var query = form("Action=ListMetrics&Version=2010-08-01");

        assertThat(route(json, "monitoring")).contains(cloudWatch(Protocol.JSON));
        assertThat(route(cbor, "monitoring")).contains(cloudWatch(Protocol.RPC_CBOR));
        assertThat(route(query, "monitoring")).contains(cloudWatch(Protocol.QUERY));
    }

    @Test
    void unknownPathOfARestServiceNamesNoOperation() {
        Route route = route(request("GET", "/2013-04-01/nothing", Map.of(), ""), "route53")
                .orElseThrow();

        assertThat(route.service()).isEqualTo(AwsService.ROUTE_53);
        assertThat(route.operation()).isEmpty();
    }

    @Test
    void readsTheScopeOfASignature() {
        var headers = new HashMap<String, String>();
        headers.put(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261122/sa-east-1/rds/aws4_request,"
                        + " SignedHeaders=host;x-amz-date, Signature=abc");

        assertThat(CredentialScope.of(request("POST", "/", headers, "")))
                .contains(new CredentialScope("AKIAIOSFODNN7EXAMPLE", "sa-east-1", "rds"));
        assertThat(CredentialScope.of(request("POST", "/", Map.of("Authorization", "Bearer x"), "")))
                .isEmpty();
    }

    private static Route cloudWatch(Protocol protocol) {
        return new Route(AwsService.CLOUDWATCH, protocol, "ListMetrics", Map.of());
    }

    private static Optional<Route> route(IncomingRequest request, @Nullable String signingName) {
        var scope = signingName == null ? null : new CredentialScope("AKIA", "us-east-1", signingName);
        return ServiceRouter.route(request, scope);
    }

    private static IncomingRequest form(String body) {
        var type = Map.of("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        return request("POST", "/", type, body);
    }

    private static IncomingRequest request(String method, String path, Map<String, String> headers, String body) {
        return new IncomingRequest(method, path, "", headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
