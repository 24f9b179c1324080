package io.atalaya.deployment.reach;

import static io.atalaya.deployment.reach.World.in;
import static io.atalaya.deployment.reach.World.inGroup;
import static io.atalaya.deployment.reach.World.outAll;
import static io.atalaya.deployment.reach.World.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the internet reaches, which tiers reach which, and what opened since. */
class ExposureTest {
    private static World world(SecurityRule... rules) {
        return new World()
                .vpc("vpc-1", "10.0.0.0/16")
                .subnet("public", "vpc-1", "10.0.0.0/24")
                .subnet("private", "vpc-1", "10.0.1.0/24")
                .gateway("igw-1", "vpc-1")
                .table("rtb-public", "vpc-1", "public", route("0.0.0.0/0", RouteVia.INTERNET_GATEWAY, "igw-1"))
                .main("rtb-main", "vpc-1")
                .openAcl("vpc-1")
                .group("sg-web", "vpc-1", outAll(rules))
                .group("sg-app", "vpc-1", outAll(inGroup("tcp", 8080, 8080, "sg-web")))
                .instance("web", "vpc-1", "public", "10.0.0.10", "198.51.100.10", "sg-web")
                .instance("app", "vpc-1", "private", "10.0.1.10", "198.51.100.11", "sg-app");
    }

    @Test
    void onlyWhatIsReachedThereAndBackIsOpen() {
        var exposure = Exposure.of(world(in("tcp", 443, 443, "0.0.0.0/0"), in("tcp", 22, 22, "203.0.113.0/24"))
                .deployment());
        assertThat(exposure.unknown()).isEmpty();
        assertThat(exposure.openings()).allSatisfy(each -> {
            assertThat(each.resource().id()).isEqualTo("web");
            assertThat(each.protocol()).isEqualTo(Protocol.TCP);
            assertThat(each.answers()).isEqualTo(Exposure.Answers.INSTANCE);
            assertThat(each.rules()).isNotEmpty();
        });
        var ssh = exposure.openings().stream()
                .filter(each -> each.ports().contains(22))
                .findFirst()
                .orElseThrow();
        assertThat(ssh.from()).isEqualTo(Addresses.ofBlocks(List.of("203.0.113.0/24")));
        assertThat(ssh.everyone()).isFalse();
        assertThat(ssh.ports()).isEqualTo(Ports.of(22));
        var web =
                exposure.openings().stream().filter(Exposure.Opening::everyone).toList();
        assertThat(web).singleElement().satisfies(each -> assertThat(each.ports())
                .isEqualTo(Ports.of(443)));
    }

    @Test
    void whatOpenedIsExact() {
        var before = world(in("tcp", 443, 443, "0.0.0.0/0"), in("tcp", 25, 25, "0.0.0.0/0"));
        var after = world(in("tcp", 443, 443, "0.0.0.0/0"), in("tcp", 20, 22, "203.0.113.0/24"));
        var opened = Opened.between(before.deployment(), after.deployment());
        assertThat(opened.opened()).singleElement().satisfies(each -> {
            assertThat(each.ports()).isEqualTo(Ports.range(20, 22));
            assertThat(each.from()).isEqualTo(Addresses.ofBlocks(List.of("203.0.113.0/24")));
        });
        var closed = opened.closed().stream().map(Exposure.Opening::from).reduce(Addresses.NONE, Addresses::union);
        assertThat(opened.closed()).allSatisfy(each -> assertThat(each.ports()).isEqualTo(Ports.of(25)));
        assertThat(closed.containsAll(Addresses.ofBlocks(List.of("8.8.8.0/24", "203.0.113.0/24"))))
                .isTrue();
    }

    @Test
    void theMatrixSaysWhichTierReachesWhich() {
        var matrix = Matrix.of(world(in("tcp", 443, 443, "0.0.0.0/0")).deployment());
        assertThat(matrix.tiers())
                .extracting(Matrix.Tier::kind)
                .containsExactly(Matrix.Kind.INTERNET, Matrix.Kind.INSTANCES, Matrix.Kind.INSTANCES);
        assertThat(cell(matrix, null, "sg-web").everyone())
                .containsExactly(new Matrix.Open(Protocol.TCP, Ports.of(443)));
        assertThat(cell(matrix, "sg-web", "sg-app").someone())
                .containsExactly(new Matrix.Open(Protocol.TCP, Ports.of(8080)));
        assertThat(cell(matrix, null, "sg-app").someone()).isEmpty();
        assertThat(cell(matrix, "sg-app", "sg-web").someone())
                .as("everybody may, so the app may")
                .containsExactly(new Matrix.Open(Protocol.TCP, Ports.of(443)));
    }

    private static Matrix.Cell cell(Matrix matrix, @Nullable String from, String to) {
        return matrix.cells().stream()
                .filter(each -> java.util.Objects.equals(each.from().name(), from)
                        && java.util.Objects.equals(each.to().name(), to))
                .findFirst()
                .orElseThrow();
    }
}
