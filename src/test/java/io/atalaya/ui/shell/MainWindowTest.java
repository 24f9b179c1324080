package io.atalaya.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class MainWindowTest extends UiTest {
    private final List<String> log = new ArrayList<>();

    private final class Page implements MainWindow.Content {
        private final StackPane node = new StackPane();
        private final String words;

        Page(Texts texts) {
            words = texts.get("shell.settings");
            node.getChildren().add(new Label(words));
        }

        @Override
        public Parent root() {
            return node;
        }

        @Override
        public void start() {
            log.add("+" + words);
        }

        @Override
        public void close() {
            log.add("-" + words);
        }
    }

    @Test
    void anotherLanguageMakesTheScreenAnewAndIsRemembered() throws Exception {
        var memory = new MapMemory();
        var window = onFx(() -> {
            var preferences = new Preferences(memory, theme(), Locale.ENGLISH, "0.1.0");
            var made = new MainWindow(new Stage(), preferences, memory, List.of("io.atalaya.ui.shell.shell"));
            made.show(Page::new);
            preferences.language().set(Locale.of("pt", "BR"));
            return made;
        });
        assertThat(log).containsExactly("+Settings", "-Settings", "+Ajustes");
        assertThat(memory.map).containsEntry("settings.language", "pt-BR");
        assertThat(onFx(() -> window.texts().getLocale())).isEqualTo(Locale.of("pt", "BR"));
        doOnFx(window::close);
        assertThat(log).last().isEqualTo("-Ajustes");
    }
}
