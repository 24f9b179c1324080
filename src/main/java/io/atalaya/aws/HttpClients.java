package io.atalaya.aws;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

/**
 * The connections of the whole program: one pool for the network, which goes through the system's proxy, and one for endpoints
 * on this computer, which must not. Both trust AWS_CA_BUNDLE where it is set.
 */
public final class HttpClients implements AutoCloseable {
    private static final int CONNECTIONS = 64;

    private final @Nullable Path caBundle;
    private @Nullable SdkHttpClient loopback;
    private @Nullable SdkHttpClient network;

    /** Trusts what Java trusts. */
    public HttpClients() {
        this(Map.of());
    }

    /** @param env {@link System#getenv()}, for AWS_CA_BUNDLE: the certificates of a company's TLS proxy */
    public HttpClients(Map<String, String> env) {
        var bundle = env.get("AWS_CA_BUNDLE");
        this.caBundle = bundle == null || bundle.isBlank() ? null : Path.of(bundle);
    }

    /** @throws ProblemException of kind CONFIGURATION when the bundle cannot be read */
    synchronized SdkHttpClient network() {
        var known = network;
        if (known == null) {
            known = build(ProxyConfiguration.builder().build());
            network = known;
        }
        return known;
    }

    /** @throws ProblemException as above */
    synchronized SdkHttpClient loopback() {
        var known = loopback;
        if (known == null) {
            known = build(ProxyConfiguration.builder()
                    .useSystemPropertyValues(false)
                    .useEnvironmentVariableValues(false)
                    .nonProxyHosts(Set.of())
                    .build());
            loopback = known;
        }
        return known;
    }

    private SdkHttpClient build(ProxyConfiguration proxy) {
        var builder = ApacheHttpClient.builder()
                .proxyConfiguration(proxy)
                .maxConnections(CONNECTIONS)
                .connectionTimeout(Duration.ofSeconds(5))
                .connectionAcquisitionTimeout(Duration.ofSeconds(15))
                .socketTimeout(Duration.ofSeconds(20))
                .connectionMaxIdleTime(Duration.ofSeconds(50)) // AWS closes idle ones after about 60 s
                .tcpKeepAlive(true);
        if (caBundle != null) {
            var trusted = CaBundle.read(caBundle);
            builder.tlsTrustManagersProvider(() -> trusted);
        }
        return builder.build();
    }

    @Override
    public synchronized void close() {
        if (loopback != null) {
            loopback.close();
        }
        if (network != null) {
            network.close();
        }
    }
}
