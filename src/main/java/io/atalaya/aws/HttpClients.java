package io.atalaya.aws;

import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

/**
 * The connections of the whole program: one pool for the network, which goes through the system's proxy, and one for endpoints
 * on this computer, which must not.
 */
public final class HttpClients implements AutoCloseable {
    private static final int CONNECTIONS = 64;

    private final SdkHttpClient network =
            builder().proxyConfiguration(ProxyConfiguration.builder().build()).build();
    private final SdkHttpClient loopback = builder()
            .proxyConfiguration(ProxyConfiguration.builder()
                    .useSystemPropertyValues(false)
                    .useEnvironmentVariableValues(false)
                    .nonProxyHosts(Set.of())
                    .build())
            .build();

    private static ApacheHttpClient.Builder builder() {
        return ApacheHttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(Duration.ofSeconds(5))
                .connectionAcquisitionTimeout(Duration.ofSeconds(15))
                .socketTimeout(Duration.ofSeconds(20))
                .connectionMaxIdleTime(Duration.ofSeconds(50)) // AWS closes idle ones after about 60 s
                .tcpKeepAlive(true);
    }

    SdkHttpClient network() {
        return network;
    }

    SdkHttpClient loopback() {
        return loopback;
    }

    @Override
    public void close() {
        network.close();
        loopback.close();
    }
}
