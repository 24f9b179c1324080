package io.atalaya.noc.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.ProbeResult.Kind;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
    @ParameterizedTest
    @CsvSource({
        "App.CheckOP.co., app.checkop.co",
        "caféteria.example, xn--cafteria-d1a.example",
        "_a.example, _a.example",
        "10.0.0.1, 10.0.0.1",
        "[2001:DB8::1], 2001:db8:0:0:0:0:0:1",
        "::ffff:10.0.0.1, 10.0.0.1",
        "localhost, localhost"
    })
    void hasOneSpelling(String text, String name) {
        assertThat(Host.of(text)).map(Host::name).contains(name);
    }

    /** Resolvers take some of these for addresses: of a list of names they must not open a way to one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "127.1",
                "0x7f000001",
                "2130706433",
                "0177.0.0.1",
                "1.2.3.256",
                "a.0x1f",
                "10.0.0.1.",
                "１２７.1",
                "a b.example",
                "a\r\nb",
                "user@host",
                "a..b",
                "-a.example",
                "a_-.example-",
                "fe80::1%eth0",
                "[app.example]",
                "*.example",
                "http://a",
                "a/b",
                "[::1",
                "::1]",
                ":::",
                "1:2"
            })
    void isNothingElse(String text) {
        assertThat(Host.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "HTTPS | itsm.example.com | https://itsm.example.com/",
                "HTTPS | https://itsm.example.com:8443/saude?x=1 | https://itsm.example.com:8443/saude?x=1",
                "TCP | 10.0.1.4:22 | tcp://10.0.1.4:22",
                "TCP | [2001:db8::1]:22 | tcp://[2001:db8:0:0:0:0:0:1]:22",
                "HTTP | HTTP://A.example | http://a.example/"
            },
            delimiter = '|')
    void targetsAreNamedInOneWay(Kind kind, String text, String url) {
        assertThat(ProbeTarget.parse(text, kind, 0)).map(ProbeTarget::url).contains(url);
        assertThat(ProbeTarget.parse(url, kind, 0)).map(ProbeTarget::url).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@a.example/",
                "ftp://a.example/",
                "file:///etc/passwd",
                "http://a.example/",
                "a.example:0",
                "a.example:70000",
                "https://a.example/a b",
                "https://a.example/\r\nX: y",
                "https://a.example/#x",
                "",
                "https://"
            })
    void whatCannotBeAskedIsNoTarget(String text) {
        assertThat(ProbeTarget.parse(text, Kind.HTTPS, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "169.254.169.254", "169.254.170.2", "224.0.0.1",
                        "255.255.255.255",
                "::1", "::", "fe80::1", "fec0::1", "ff02::1", "fd00:ec2::254", "fd00:ec2::23", "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::", "2002:a9fe:a9fe::1", "::127.0.0.1", "2001::1"
            })
    void noNameMayLeadThere(String address) {
        assertThat(AddressRules.refusal(InetAddress.ofLiteral(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "192.168.1.1",
                "203.0.113.9",
                "2001:db8::1",
                "2600:1f18::1",
                "fd12:3456::1",
                "64:ff9b::808:808"
            })
    void mayLeadThere(String address) {
        assertThat(AddressRules.refusal(InetAddress.ofLiteral(address))).isEmpty();
    }

    @Test
    void anAddressThatIsWrittenAsOneOfIpv6IsTheSameHost() {
        assertThat(Host.of("::ffff:169.254.169.254")).isEqualTo(Host.of("169.254.169.254"));
    }
}
