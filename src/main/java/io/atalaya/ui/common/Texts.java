package io.atalaya.ui.common;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Every text of the program in one language: the bundles of all areas joined, so that FXML {@code %keys} and code find them
 * alike. Keys begin with their area ({@code topology.legend.healthy}). English where a language lacks a key; the
 * consistency test sees to it that none does.
 */
public final class Texts extends ResourceBundle {
    /** The languages there are. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"), Locale.of("pt", "BR"));

    private final Locale locale;
    private final Map<String, String> byKey = new LinkedHashMap<>();

    /**
     * @param locale one of {@link #LANGUAGES}, or any locale: the nearest is taken, English failing all
     * @param bundles base names, e.g. {@code io.atalaya.ui.topology.topology}
     */
    public Texts(Locale locale, List<String> bundles) {
        this.locale = nearest(locale);
        for (var name : bundles) {
            var bundle = ResourceBundle.getBundle(
                    name,
                    this.locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            for (var key : bundle.keySet()) {
                byKey.put(key, bundle.getString(key));
            }
        }
    }

    /** The language of {@link #LANGUAGES} nearest to the wish. */
    public static Locale nearest(Locale wish) {
        return LANGUAGES.stream()
                .filter(each -> each.getLanguage().equals(wish.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /**
     * The text of a key with its {@code {0}} filled in by {@link MessageFormat} in this language. Texts that are filled in are
     * made safe to draw, whoever wrote them.
     */
    public String get(String key, Object... arguments) {
        var pattern = getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(safe(arguments));
    }

    private static Object[] safe(Object[] arguments) {
        var safe = arguments.clone();
        for (int i = 0; i < safe.length; i++) {
            if (safe[i] instanceof String text) {
                safe[i] = AwsText.hint(text);
            }
        }
        return safe;
    }

    @Override
    public Locale getLocale() {
        return locale;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return byKey.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(byKey.keySet());
    }
}
