package io.atalaya.ui.shell;

import io.atalaya.noc.desk.Severity;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** Language, theme, text scale, of what the desktop tells; each takes effect at once. */
public final class SettingsController {
    private final Preferences preferences;
    private final Texts texts;

    @FXML
    private Pills<Locale> language;

    @FXML
    private Pills<Theme.Mode> mode;

    @FXML
    private Slider scale;

    @FXML
    private Label scaleText;

    @FXML
    private HBox notices;

    @FXML
    private Label version;

    SettingsController(Preferences preferences, Texts texts) {
        this.preferences = preferences;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        for (var each : Texts.LANGUAGES) {
            language.add(each, languageName(each));
        }
        language.valueProperty().set(preferences.language().get());
        language.valueProperty().addListener((it, before, chosen) -> {
            if (chosen != null) {
                preferences.language().set(chosen);
            }
        });
        for (var each : Theme.Mode.values()) {
            mode.add(each, texts.get("shell.settings.theme." + each.name().toLowerCase(Locale.ROOT)));
        }
        mode.valueProperty().bindBidirectional(preferences.theme().mode());
        scale.setMin(Theme.SMALLEST);
        scale.setMax(Theme.GREATEST);
        scale.setValue(preferences.theme().scale().get());
        scale.valueProperty().addListener((it, before, value) -> {
            if (!scale.isValueChanging()) {
                apply(value.doubleValue());
            }
        });
        scale.valueChangingProperty().addListener((it, was, changing) -> {
            if (!changing) {
                apply(scale.getValue());
            }
        });
        preferences.theme().scale().subscribe(it -> scaleText.setText(it + " %"));
        for (var each : Severity.values()) {
            notices.getChildren().add(notice(each));
        }
        version.setText(texts.get("shell.settings.about", preferences.version()));
    }

    private CheckBox notice(Severity severity) {
        var box = new CheckBox(texts.get("shell.settings.notices." + severity));
        box.setId("settings-notice-" + severity);
        box.setSelected(preferences.notices().get().contains(severity));
        box.selectedProperty().addListener((it, was, on) -> {
            var wanted = EnumSet.noneOf(Severity.class);
            wanted.addAll(preferences.notices().get());
            if (on) {
                wanted.add(severity);
            } else {
                wanted.remove(severity);
            }
            preferences.notices().set(Set.copyOf(wanted));
        });
        return box;
    }

    /** In steps of five, so that a size can be found again. */
    private void apply(double percent) {
        preferences.theme().setScale((int) Math.round(percent / 5) * 5);
    }

    /** In its own words, whatever the language at hand. */
    static String languageName(Locale language) {
        var name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
