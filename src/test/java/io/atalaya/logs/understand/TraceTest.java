package io.atalaya.logs.understand;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.understand.Trace.Language;
import io.atalaya.logs.understand.Trace.Relation;
import io.atalaya.logs.understand.Trace.Thrown;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final String JAVA = """
            2026-11-22 18:00:00,123 ERROR [main] co.checkop.App - order 12 failed
            co.checkop.OrderException: order 12
            \tat co.checkop.Orders.place(Orders.java:44)
            \tat co.checkop.App.lambda$main$0(App.java:12)
            \tSuppressed: java.io.IOException: closing
            \t\tat co.checkop.Files.close(Files.java:9)
            Caused by: java.sql.SQLException: no connection to 10.0.0.9
            \tat com.mysql.Driver.connect(Driver.java:1)
            \t... 23 more
            Caused by: java.net.ConnectException: refused
            \tat java.base/sun.nio.ch.Net.connect(Native Method)
            \t... 25 common frames omitted
            """;

    @Test
    void ofJavaTellsTheRootCauseAndWhatIsShared() {
        var trace = Trace.of(JAVA).orElseThrow();
        assertThat(trace.language()).isEqualTo(Language.JVM);
        assertThat(trace.thrown())
                .extracting(Thrown::relation)
                .containsExactly(Relation.OUTERMOST, Relation.SUPPRESSED, Relation.CAUSE, Relation.CAUSE);
        assertThat(trace.thrown())
                .extracting(Thrown::type)
                .containsExactly(
                        "co.checkop.OrderException",
                        "java.io.IOException",
                        "java.sql.SQLException",
                        "java.net.ConnectException");
        assertThat(trace.root().headline()).isEqualTo("java.net.ConnectException: refused");
        assertThat(trace.root().line()).isEqualTo(9);
        assertThat(trace.root().common()).isEqualTo(25);
        assertThat(trace.thrown().getFirst().frames())
                .containsExactly(
                        "at co.checkop.Orders.place(Orders.java:44)", "at co.checkop.App.lambda$main$0(App.java:12)");
    }

    @Test
    void theSameCodeHasTheSameFingerprint() {
        var same = JAVA.replace("44", "51").replace("order 12", "order 77").replace("10.0.0.9", "10.0.0.8");
        var other = JAVA.replace("Orders.place", "Orders.cancel");
        var print = Trace.of(JAVA).orElseThrow().fingerprint();
        assertThat(Trace.of(same).orElseThrow().fingerprint()).isEqualTo(print);
        assertThat(Trace.of(other).orElseThrow().fingerprint()).isNotEqualTo(print);
    }

    @Test
    void ofPythonTheLastExceptionIsTheOutermost() {
        var trace = Trace.of("""
                        Traceback (most recent call last):
                          File "/app/db.py", line 12, in connect
                            raise OSError("refused")
                        OSError: refused

                        During handling of the above exception, another exception occurred:

                        Traceback (most recent call last):
                          File "/app/main.py", line 3, in <module>
                            run()
                        app.errors.StartError: cannot start
                        """).orElseThrow();
        assertThat(trace.language()).isEqualTo(Language.PYTHON);
        assertThat(trace.thrown()).extracting(Thrown::type).containsExactly("app.errors.StartError", "OSError");
        assertThat(trace.root().headline()).isEqualTo("OSError: refused");
    }

    @Test
    void readsNodeAndDotNet() {
        var node = Trace.of("Error: boom\n    at run (/app/main.js:1:2)\n    at node:internal/x:3:4\n")
                .orElseThrow();
        assertThat(node.language()).isEqualTo(Language.NODE);
        assertThat(node.root().frames()).hasSize(2);
        var net = Trace.of(
                        "System.InvalidOperationException: x\n ---> System.IO.IOException: y\n   at A.B(String c) in C:\\p.cs:line 12\n"
                                + "   --- End of inner exception stack trace ---\n   at A.C()\n")
                .orElseThrow();
        assertThat(net.language()).isEqualTo(Language.DOTNET);
        assertThat(net.root().type()).isEqualTo("System.IO.IOException");
    }

    @Test
    void whatHasNoFramesIsNoTrace() {
        assertThat(Trace.of("ERROR java.lang.Error: x")).isEmpty();
        assertThat(Trace.of("at home (again)\nCaused by: rain")).isEmpty();
        assertThat(Trace.of("")).isEmpty();
    }

    @Test
    void hugeTracesAreReadInPart() {
        var trace = Trace.of("a.BError: x\n" + "\tat a.B.c(B.java:1)\n".repeat(500_000))
                .orElseThrow();
        assertThat(trace.root().frames()).hasSize(5_000);
    }
}
