package io.atalaya.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {
    @ParameterizedTest
    @CsvSource({
        "https://ec2.us-east-1.amazonaws.com,true",
        "https://ec2.cn-north-1.amazonaws.com.cn,true",
        "https://ec2.us-east-1.api.aws,true",
        "https://vpce-1.ec2.us-east-1.vpce.amazonaws.com,true",
        "http://127.0.0.1:4566,false",
        "http://localhost.localstack.cloud:4566,false",
        "https://amazonaws.com.example.org,false",
        "https://notamazonaws.com,false"
    })
    void onlyAwsIsAws(URI endpoint, boolean expected) {
        assertThat(Endpoints.of(endpoint).isAws()).isEqualTo(expected);
    }

    @Test
    void oneForeignServiceIsEnough() {
        assertThat(new Endpoints(null, Map.of(ServiceId.RDS, URI.create("http://127.0.0.1:1"))).isAws())
                .isFalse();
        assertThat(Endpoints.aws().isAws()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4566,true",
        "http://localhost:4566,true",
        "http://[::1]:4566,true",
        "http://10.0.0.1,false",
        "http://127.evil.example,false"
    })
    void loopbackIsKnownWithoutDns(URI endpoint, boolean expected) {
        assertThat(Endpoints.isLoopback(endpoint)).isEqualTo(expected);
    }

    @Test
    void regionsHaveAwssNames() {
        var regions = new AwsRegions();

        assertThat(regions.find("us-east-1")).hasValueSatisfying(region -> {
            assertThat(region.name()).isEqualTo("US East (N. Virginia)");
            assertThat(region.place()).isEqualTo("N. Virginia");
            assertThat(region.partition()).isEqualTo("aws");
        });
        assertThat(regions.find("cn-north-1").orElseThrow().partition()).isEqualTo("aws-cn");
        assertThat(regions.all()).noneMatch(region -> region.id().contains("global"));
        assertThat(AwsRegions.partition("us-gov-west-1")).isEqualTo("aws-us-gov");
        assertThat(AwsRegions.partition("sa-north-9")).isEqualTo("aws");
    }
}
