package io.atalaya.noc.report;

import io.atalaya.noc.desk.MuteRule;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Words;
import io.atalaya.noc.report.Incident.Deed;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;

/** A report's words in one language; times in one zone, which is named. */
public final class ReportWords {
    private static final String BUNDLE = "io.atalaya.noc.desk.desk";

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle texts;
    private final Function<Words, String> sentences;
    private final DateTimeFormatter time;

    /**
     * @param locale English, Spanish or Brazilian Portuguese; English for any other
     * @param sentences makes a sentence in the same language
     */
    public ReportWords(Locale locale, ZoneId zone, Function<Words, String> sentences) {
        this.locale = locale;
        this.zone = zone;
        this.sentences = sentences;
        this.texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    String text(String key, Object... arguments) {
        var pattern = texts.getString("desk.report." + key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** {@code 2026-11-24 14:03:39}. */
    String time(Instant at) {
        return time.format(at);
    }

    /** The zone of all times: {@code America/Bogota (UTC-05:00)}. */
    String zone(Instant at) {
        var offset = zone.getRules().getOffset(at);
        return zone + " (UTC" + (offset.getTotalSeconds() == 0 ? "" : offset) + ")";
    }

    String severity(Severity severity) {
        return text("severity." + severity);
    }

    String standing(Incident.Standing standing) {
        return text("standing." + standing);
    }

    String sentence(Words words) {
        return line(words.isVerbatim() ? String.valueOf(words.arguments().getFirst()) : sentences.apply(words));
    }

    /** {@code 4 min 28 s}. */
    String length(Duration length) {
        var seconds = length.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }

    String deed(Deed deed) {
        var said = deed.kind() == Deed.Kind.SNOOZED ? time(Instant.parse(deed.text())) : line(deed.text());
        return text("deed." + deed.kind(), time(deed.at()), line(deed.by()), said);
    }

    String mute(MuteRule rule) {
        var until = rule.until();
        return text(
                "mute." + rule.scope(),
                line(rule.match()),
                line(rule.by()),
                until == null ? text("muteForever") : text("muteUntil", time(until)),
                line(rule.why()));
    }

    List<String> columns() {
        return List.of(texts.getString("desk.report.columns").split(","));
    }

    /** What persons and AWS wrote, on one line and without characters that are not seen. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+", " ").strip();
    }
}
