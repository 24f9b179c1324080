package io.atalaya.ui.shell;

import io.atalaya.noc.desk.Severity;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What a person set: language, theme, text scale, of what the desktop tells. Restored at the start, kept when changed. */
public final class Preferences {
    private static final String LANGUAGE = "settings.language";
    private static final String MODE = "settings.theme";
    private static final String SCALE = "settings.textScale";

    private static final String NOTICES = "settings.notices";
    private static final String NOBODY = "none";

    private final ObjectProperty<Set<Severity>> notices =
            new SimpleObjectProperty<>(this, "notices", Set.of(Severity.CRITICAL, Severity.WARNING));
    private final ObjectProperty<Locale> language = new SimpleObjectProperty<>(this, "language");
    private final Theme theme;
    private final String version;

    /**
     * @param system the system's language, taken until the person sets another
     * @param version of the program, for the line about it
     */
    public Preferences(LayoutMemory memory, Theme theme, Locale system, String version) {
        this.theme = theme;
        this.version = version;
        language.set(
                Texts.nearest(memory.get(LANGUAGE).map(Locale::forLanguageTag).orElse(system)));
        memory.get(MODE).ifPresent(name -> {
            for (var mode : Theme.Mode.values()) {
                if (mode.name().equals(name)) {
                    theme.mode().set(mode);
                }
            }
        });
        memory.get(SCALE)
                .filter(it -> it.matches("\\d{2,3}"))
                .map(Integer::valueOf)
                .ifPresent(theme::setScale);
        memory.get(NOTICES).ifPresent(it -> notices.set(severities(it)));
        notices.subscribe(it -> memory.put(NOTICES, text(it)));
        language.subscribe(it -> memory.put(LANGUAGE, it.toLanguageTag()));
        theme.mode().subscribe(it -> memory.put(MODE, it.name()));
        theme.scale().subscribe(it -> memory.put(SCALE, String.valueOf(it.intValue())));
    }

    /** What is not known is left out: another version may have written it. */
    private static Set<Severity> severities(String text) {
        return Stream.of(Severity.values())
                .filter(each -> List.of(text.split(",")).contains(each.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(Set<Severity> some) {
        return some.isEmpty()
                ? NOBODY
                : some.stream().map(Severity::name).sorted().collect(Collectors.joining(","));
    }

    /** Of what the desktop tells while no window of the program has the focus. */
    public ObjectProperty<Set<Severity>> notices() {
        return notices;
    }

    /** One of {@link Texts#LANGUAGES}. */
    public ObjectProperty<Locale> language() {
        return language;
    }

    public Theme theme() {
        return theme;
    }

    public String version() {
        return version;
    }
}
