package io.atalaya.noc.desk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import java.io.IOException;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a real PostgreSQL of this machine's packages; skipped, and said so, where none is installed. */
@Timeout(240)
class DatabaseShareTest {
    private static RealPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        var bin = RealPostgres.installed();
        Assumptions.assumeTrue(
                bin.isPresent(), "NOT TESTED: no PostgreSQL under /usr/lib/postgresql; apt-get install postgresql");
        postgres = RealPostgres.start(bin.get());
    }

    @AfterAll
    static void stop() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    @BeforeEach
    void clean() throws Exception {
        try (var database = DriverManager.getConnection(
                        share("x").jdbc(), share("x").properties());
                var statement = database.createStatement()) {
            statement.execute("drop schema if exists atalaya cascade");
        }
    }

    private static DatabaseAddress share(String ignored) {
        return DatabaseAddress.of(postgres.urlWithoutPassword(), RealPostgres.PASSWORD);
    }

    private static DatabaseShare console(String name) {
        return new DatabaseShare(share(name), "checkop", name);
    }

    @Test
    void oneSeesWhatTheOtherAcknowledged() throws IOException {
        try (var ana = console("ana");
                var bea = console("bea")) {
            var state = Desks.with("cpu", "disk");
            ana.exchange(state);
            assertThat(bea.exchange(state).problems()).isEmpty();
            ana.exchange(Desks.acknowledged(state, "cpu", "ana", 5));
            assertThat(Desks.known(bea.exchange(state).others())).containsExactly("cpu");
        }
    }

    @Test
    void desksOfOtherDeploymentsStayApart() throws IOException {
        try (var here = console("ana");
                var there = new DatabaseShare(share("x"), "citsmart", "bea")) {
            here.exchange(Desks.with("cpu"));
            assertThat(there.exchange(Desks.with("disk")).others().entries()).isEmpty();
            assertThat(console("zoe").exchange(DeskState.EMPTY).others().entries())
                    .containsOnlyKeys(Desks.with("cpu").entries().keySet());
        }
    }

    @Test
    void whatBothDidWhileApartIsThereAfterwards() throws IOException {
        try (var ana = console("ana");
                var bea = console("bea")) {
            var state = Desks.with("cpu", "disk");
            var byAna = Desks.acknowledged(state, "cpu", "ana", 5);
            var byBea = Desks.acknowledged(state, "disk", "bea", 6);
            byAna = Desk.merged(byAna, ana.exchange(byAna).others());
            byBea = Desk.merged(byBea, bea.exchange(byBea).others());
            byAna = Desk.merged(byAna, ana.exchange(byAna).others());
            assertThat(byAna).isEqualTo(byBea);
            assertThat(Desks.known(byAna)).containsExactly("cpu", "disk");
        }
    }

    /** Eight at once, two of them under one name: every acknowledgement arrives. */
    @Test
    void manyAtOnceLoseNothing() throws Exception {
        var keys = "abcdefgh".split("");
        var state = Desks.with(keys);
        try (var pool = Executors.newFixedThreadPool(keys.length)) {
            var work = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < keys.length; i++) {
                var key = keys[i];
                var name = i < 2 ? "twin" : "console " + i;
                work.add(() -> {
                    try (var share = console(name)) {
                        var mine = Desks.acknowledged(state, key, "p" + key, 5);
                        var brought = share.exchange(state).others();
                        share.exchange(Desk.merged(mine, brought));
                        return true;
                    }
                });
            }
            for (var done : pool.invokeAll(work, 90, TimeUnit.SECONDS)) {
                assertThat(done.get()).isTrue();
            }
        }
        try (var late = console("late")) {
            assertThat(Desks.known(late.exchange(DeskState.EMPTY).others())).containsExactly(keys);
        }
    }

    @Test
    void aDatabaseThatIsDownIsSaidWithoutItsPasswordAndReachedAgain() throws Exception {
        try (var ana =
                new DatabaseShare(DatabaseAddress.of(postgres.url(RealPostgres.PASSWORD), null), "checkop", "ana")) {
            ana.exchange(Desks.with("cpu"));
            postgres.down();
            try {
                assertThatThrownBy(() -> ana.exchange(Desks.with("cpu")))
                        .isInstanceOf(IOException.class)
                        .hasMessageStartingWith("postgresql://127.0.0.1:")
                        .hasMessageNotContaining(RealPostgres.PASSWORD);
                assertThatThrownBy(() -> ana.exchange(Desks.with("cpu"))).isInstanceOf(IOException.class);
            } finally {
                postgres.up();
            }
            assertThat(ana.exchange(Desks.acknowledged(Desks.with("cpu"), "cpu", "ana", 1))
                            .others()
                            .entries())
                    .containsKey("cpu");
        }
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() {
        try (var ana = new DatabaseShare(DatabaseAddress.of(postgres.url("wr0ng-one"), null), "checkop", "ana")) {
            assertThatThrownBy(() -> ana.exchange(DeskState.EMPTY))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("password authentication failed")
                    .hasMessageNotContaining("wr0ng-one");
        }
    }

    @Test
    void aRowThatIsBrokenIsToldAndTheOthersAreRead() throws Exception {
        try (var ana = console("ana");
                var bea = console("bea")) {
            ana.exchange(Desks.acknowledged(Desks.with("cpu"), "cpu", "ana", 5));
            try (var database = DriverManager.getConnection(
                            share("x").jdbc(), share("x").properties());
                    var statement = database.createStatement()) {
                statement.execute(
                        "insert into atalaya.desk (deployment, console, version, state) values ('checkop', 'zoe', 1, 'nonsense')");
            }
            var brought = bea.exchange(DeskState.EMPTY);
            assertThat(brought.problems()).singleElement().asString().contains("zoe");
            assertThat(Desks.known(brought.others())).containsExactly("cpu");
        }
    }
}
