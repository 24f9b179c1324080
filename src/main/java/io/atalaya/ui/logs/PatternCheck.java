package io.atalaya.ui.logs;

import io.atalaya.logs.find.FilterPatternSyntax;
import io.atalaya.logs.tail.FilterPatterns;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is typed is a filter pattern of CloudWatch: by its form at once, by CloudWatch's own answer before it is used. On the
 * screen's thread.
 */
final class PatternCheck {
    private final TextField field;
    private final Label wrong;
    private final Texts texts;
    private final LogPorts ports;
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(this, "asking");
    private long asked;

    /** @param wrong says what is wrong; not there while nothing is known to be */
    PatternCheck(TextField field, Label wrong, Texts texts, LogPorts ports) {
        this.field = field;
        this.wrong = wrong;
        this.texts = texts;
        this.ports = ports;
        field.textProperty().subscribe(this::typed);
    }

    /** Whether CloudWatch is being asked. */
    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    private void typed(String text) {
        forget();
        say(FilterPatternSyntax.read(text).trouble().map(this::words).orElse(""));
    }

    /** Whatever is answered to what was asked is of no interest any more. */
    void forget() {
        asked++;
        asking.set(false);
    }

    /**
     * Asks CloudWatch about what is typed. Where it cannot be asked, nothing is known against the pattern and the tail shows what
     * becomes of it.
     *
     * @param good takes the pattern, null where none is typed; is not called where CloudWatch refuses it
     */
    void then(Consumer<@Nullable String> good) {
        var pattern = field.getText().strip();
        forget();
        if (pattern.isEmpty()) {
            good.accept(null);
            return;
        }
        var number = asked;
        asking.set(true);
        try {
            ports.background().execute(() -> {
                var answer = ports.patterns().test(pattern, List.of());
                ports.screen().execute(() -> {
                    if (number == asked) {
                        answered(pattern, answer, good);
                    }
                });
            });
        } catch (RejectedExecutionException closing) {
            asking.set(false);
        }
    }

    private void answered(String pattern, FilterPatterns.Answer answer, Consumer<@Nullable String> good) {
        asking.set(false);
        if (answer instanceof FilterPatterns.Answer.Invalid it) {
            say(texts.get("logs.pattern.refused", LogText.line(it.reason())));
        } else {
            good.accept(pattern);
        }
    }

    private String words(FilterPatternSyntax.Finding finding) {
        return texts.get("logs.pattern." + finding.trouble().name().toLowerCase(Locale.ROOT), finding.position() + 1);
    }

    private void say(String words) {
        wrong.setText(words);
        wrong.setVisible(!words.isEmpty());
        wrong.setManaged(!words.isEmpty());
    }
}
