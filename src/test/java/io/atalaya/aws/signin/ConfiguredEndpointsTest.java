package io.atalaya.aws.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.aws.Endpoints;
import io.atalaya.aws.ProblemException;
import io.atalaya.aws.ServiceId;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.profiles.ProfileFile;

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
class ConfiguredEndpointsTest {
    private static final String CONFIG = """
            [profile p]
            endpoint_url = http://profile:1
            services = mine
            [profile ignoring]
            endpoint_url = http://profile:1
            ignore_configured_endpoint_urls = true
            [profile bare]
            region = us-east-1
            [profile wrong]
            endpoint_url = localhost:4566
            [services mine]
            elastic_load_balancing_v2 =
              endpoint_url = http://service:2
            rds =
              endpoint_url = http://rds:3
            """;

    private final Map<String, String> env = new HashMap<>();

    @Test
    void awsWhenNobodySaysOtherwise() {
        assertThat(resolve(null, "bare")).isEqualTo(Endpoints.aws());
    }

    @Test
    void optionWinsOverEverything() {
        env.put("AWS_ENDPOINT_URL_RDS", "http://env-rds:5");

        assertThat(resolve(URI.create("http://option:9"), "p")).isEqualTo(Endpoints.of(URI.create("http://option:9")));
    }

    @Test
    void serviceInTheProfileWinsOverTheProfile() {
        var endpoints = resolve(null, "p");

        assertThat(endpoints.of(ServiceId.EC2)).hasValue(URI.create("http://profile:1"));
        assertThat(endpoints.of(ServiceId.ELASTIC_LOAD_BALANCING_V2)).hasValue(URI.create("http://service:2"));
        assertThat(endpoints.of(ServiceId.RDS)).hasValue(URI.create("http://rds:3"));
    }

    @Test
    void environmentWinsOverTheProfileAndItsServiceOverAll() {
        env.put("AWS_ENDPOINT_URL", "http://env:4");
        env.put("AWS_ENDPOINT_URL_RDS", "http://env-rds:5");

        var endpoints = resolve(null, "p");

        assertThat(endpoints.of(ServiceId.EC2)).hasValue(URI.create("http://env:4"));
        assertThat(endpoints.of(ServiceId.ELASTIC_LOAD_BALANCING_V2)).hasValue(URI.create("http://env:4"));
        assertThat(endpoints.of(ServiceId.RDS)).hasValue(URI.create("http://env-rds:5"));
        assertThat(endpoints.all()).isEqualTo(URI.create("http://env:4"));
    }

    @Test
    void configuredEndpointsCanBeIgnored() {
        assertThat(resolve(null, "ignoring")).isEqualTo(Endpoints.aws());
        env.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
        assertThat(resolve(null, "p")).isEqualTo(Endpoints.aws());
    }

    @Test
    void addressThatIsNoneIsRefusedByName() {
        assertThatThrownBy(() -> resolve(null, "wrong"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("wrong")
                .hasMessageContaining("http://127.0.0.1:4566");
    }

    @Test
    void optionThatIsNoAddressIsRefusedToo() {
        assertThatThrownBy(() -> resolve(URI.create("localhost:4566"), "bare"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("--endpoint-url");
    }

    private Endpoints resolve(@Nullable URI option, String profile) {
        var files = ProfileFile.builder()
                .content(CONFIG)
                .type(ProfileFile.Type.CONFIGURATION)
                .build();
        return new ConfiguredEndpoints(env, files, new Trouble(new MovableClock())).resolve(option, profile);
    }
}
