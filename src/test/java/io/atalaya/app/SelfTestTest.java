package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That the self-test says what is wrong, and hears what nobody is told. The checks themselves are made by the packages. */
class SelfTestTest {
    private final StringWriter said = new StringWriter();
    private final Grumbles grumbles = new Grumbles();
    private final SelfTest test = new SelfTest(new PrintWriter(said, true), grumbles);

    @AfterEach
    void deaf() {
        grumbles.close();
    }

    @Test
    void saysWhatWasFound() throws Exception {
        test.check("fonts", () -> "Inter");
        assertThat(test.verdict()).isZero();
        assertThat(said.toString()).containsPattern("ok +fonts +\\d+ ms  Inter").contains("1 checks, all good");
    }

    @Test
    void aMissingClassOrAFailureIsNamedAndTheOthersAreAskedAllTheSame() throws Exception {
        test.check("module", () -> {
            throw new NoClassDefFoundError("com/sun/net/httpserver/HttpServer");
        });
        test.check("view", () -> {
            throw new IllegalStateException("on the JavaFX thread", new IOException("no such picture"));
        });
        test.check("fonts", () -> "Inter");
        assertThat(test.verdict()).isEqualTo(1);
        assertThat(said.toString())
                .contains("com/sun/net/httpserver/HttpServer", "no such picture", "2 of 3 checks FAILED");
    }

    @Test
    void aWarningOfJavaFxFailsTheCheckInWhichItAppears() throws Exception {
        test.check("view", () -> {
            Logger.getLogger("javafx.css").warning("CSS Error parsing in-line stylesheet");
            return "drawn";
        });
        test.check("another", () -> "drawn");
        assertThat(test.verdict()).isEqualTo(1);
        assertThat(said.toString()).containsPattern("FAIL +view").containsPattern("ok +another");
    }

    @Test
    void whatEndsAThreadFailsTheCheckInWhichItAppears() throws Exception {
        test.check("view", () -> {
            var thread = new Thread(() -> {
                throw new IllegalAccessError("class CustomTextFieldSkin cannot access com.sun.javafx.scene.control");
            });
            thread.start();
            thread.join(20_000);
            return "drawn";
        });
        assertThat(test.verdict()).isEqualTo(1);
        assertThat(said.toString()).contains("IllegalAccessError");
    }
}
