package io.atalaya.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReaderViewTest extends UiTest {
    private final Readers readers = new Readers();

    private ReaderController open(FakeLog log, Locale locale, double width, double height) throws Exception {
        var reader = onFx(() -> {
            var made = readers.reader(log, locale);
            made.root().getStylesheets().add(getClass().getResource("logs.css").toExternalForm());
            return made;
        });
        show(reader.root(), width, height);
        doOnFx(reader::activate);
        settle();
        return reader;
    }

    @Test
    void theMomentOfTheStoryIsOnScreen() throws Exception {
        var log = Stories.checkop();
        open(log, Locale.ENGLISH, 1240, 824);
        picture("logs-story-dark");
        doOnFx(() -> theme().mode().set(Theme.Mode.LIGHT));
        picture("logs-story-light");
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
        for (var locale : Texts.LANGUAGES) {
            open(log, locale, 944, 624);
            picture("logs-story-" + locale);
        }
        assertThat(log.size()).isGreaterThan(3_000);
    }
}
