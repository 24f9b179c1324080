package io.atalaya.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.atalaya.deployment.Problem.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** A company's proxy shows a certificate of its own. */
class CaBundleTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String EMPTY =
            "<DescribeInstancesResponse><requestId>r</requestId><reservationSet/></DescribeInstancesResponse>";

    @TempDir
    private Path folder;

    @Test
    void certificateOfTheBundleIsTrustedAndNoOther() throws Exception {
        var keys = certificate();
        var pem = folder.resolve("ca.pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("it").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        var server = https(keys);
        var endpoint = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        try {
            assertThat(describe(endpoint, Map.of("AWS_CA_BUNDLE", pem.toString())))
                    .isNull();

            var untrusted = Objects.requireNonNull(describe(endpoint, Map.of()));
            assertThat(new AwsProblems(InstantSource.system(), false)
                            .problem("ec2:DescribeInstances", untrusted)
                            .kind())
                    .isEqualTo(Kind.NO_NETWORK);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void bundleThatIsNoneIsNamed() throws IOException {
        var file = folder.resolve("ca.pem");
        Files.writeString(file, "hello");

        assertThatThrownBy(() -> new HttpClients(Map.of("AWS_CA_BUNDLE", file.toString())).network())
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.problem().kind()).isEqualTo(Kind.CONFIGURATION);
                    assertThat(thrown.problem().message()).contains("ca.pem", "certificate");
                });
        assertThatThrownBy(() -> new HttpClients(Map.of("AWS_CA_BUNDLE", "/no/such")).network())
                .hasMessageContaining("/no/such")
                .hasMessageContaining("cannot be read");
    }

    private static @org.jspecify.annotations.Nullable Throwable describe(URI endpoint, Map<String, String> env) {
        var recorded = new Recorded();
        try (var http = new HttpClients(env);
                var factory = new ClientFactory(
                        ClientSettings.of("us-east-1", Endpoints.of(endpoint)),
                        AnonymousCredentialsProvider.create(),
                        Guards.of(recorded, recorded, new CallLog(InstantSource.system()), InstantSource.system()),
                        http)) {
            return catchThrowable(() -> factory.ec2().describeInstances());
        }
    }

    private static HttpsServer https(KeyStore keys) throws IOException, GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            try (exchange) {
                var bytes = EMPTY.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        return server;
    }

    /** Java can make a certificate only by its own tool. */
    private KeyStore certificate() throws IOException, GeneralSecurityException, InterruptedException {
        var file = folder.resolve("keys.p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "it",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD);
        }
        return store;
    }
}
