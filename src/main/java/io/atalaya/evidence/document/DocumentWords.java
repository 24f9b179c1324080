package io.atalaya.evidence.document;

import io.atalaya.deployment.Problem;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The document's words in one language; times in one zone with its offset, and in UTC. */
public final class DocumentWords {
    private static final String BUNDLE = "io.atalaya.evidence.document.document";

    /** The languages there are. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"), Locale.of("pt", "BR"));

    private final Locale locale;
    private final ResourceBundle texts;
    private final DateTimeFormatter local;
    private final DateTimeFormatter utcDay =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private final DateTimeFormatter utcTime =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private final DateTimeFormatter hour;
    private final ZoneId zone;

    /** @param wish English, Spanish or Brazilian Portuguese; English for any other */
    public DocumentWords(Locale wish, ZoneId zone) {
        this.locale = LANGUAGES.stream()
                .filter(it -> it.getLanguage().equals(wish.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        this.zone = zone;
        this.texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.hour = DateTimeFormatter.ofPattern("HH:mm:ss XXX", Locale.ROOT).withZone(zone);
        this.local = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XXX", Locale.ROOT)
                .withZone(zone);
    }

    public Locale locale() {
        return locale;
    }

    /** A text with its arguments: cells, texts of AWS, numbers. */
    public String text(String key, Object... arguments) {
        var pattern = texts.getString("document." + key);
        if (arguments.length == 0) {
            return pattern;
        }
        var filled = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            filled[i] = argument(arguments[i]);
        }
        return new MessageFormat(pattern, locale).format(filled);
    }

    private Object argument(Object argument) {
        return switch (argument) {
            case Cell cell -> cell(cell);
            case Instant at -> time(at);
            case String text -> PlainText.line(text);
            default -> argument;
        };
    }

    private boolean has(String key) {
        return texts.containsKey("document." + key);
    }

    /** Lines are parted by line feeds. */
    public String cell(Cell cell) {
        return switch (cell) {
            case Cell.Text it -> PlainText.line(it.text());
            case Cell.Guess it -> PlainText.line(it.text());
            case Cell.Number it -> new DecimalFormat("0.#", new DecimalFormatSymbols(locale)).format(it.value());
            case Cell.Moment it -> local.format(it.at());
            case Cell.Words words ->
                text("value." + words.key(), words.arguments().toArray());
            case Cell.Lines it -> it.cells().stream().map(this::cell).collect(Collectors.joining("\n"));
            case Cell.Unread it -> text("value.unread");
            case Cell.None it -> "–";
        };
    }

    /** What was kept without a language, in this one where it is a word of ours. */
    public String kept(String plain) {
        return plain.isEmpty()
                ? "–"
                : has("value." + plain) && !plain.contains(" ") ? text("value." + plain) : PlainText.line(plain);
    }

    /** {@code 2026-11-24 13:51:00 -05:00 (18:51:00 UTC)}; UTC with its day where that is another. */
    public String time(Instant at) {
        var there = local.format(at);
        var day = utcDay.format(at);
        return there + " (" + (day.startsWith(there.substring(0, 10)) ? utcTime.format(at) : day) + " UTC)";
    }

    /** {@code America/Bogota}. */
    public String zone() {
        return zone.getId();
    }

    public String part(Reading reading) {
        return text("part." + reading.part());
    }

    /** {@code 3 of 3, pages 1 of 1, as of ...}; why not, where it is not so. */
    public String reading(Reading reading) {
        var problem = reading.problem();
        var asked = reading.askedAt();
        var when = asked == null ? "?" : time(asked);
        return switch (reading.state()) {
            case WHOLE -> text("reading.whole", reading.count(), reading.pages(), when);
            case LAST_KNOWN ->
                text("reading.lastKnown", reading.count(), when, problem == null ? "" : problem(problem));
            case PARTLY -> text("reading.partly", reading.count(), reading.pages(), when);
            case UNREAD -> problem == null ? text("reading.unread") : text("reading.unreadBecause", problem(problem));
        };
    }

    /** {@code 3 of 3 (04:26:00 -05:00)}; as long as {@link #reading} where it is not so. */
    public String readingInShort(Reading reading) {
        var asked = reading.askedAt();
        return reading.state() == Reading.State.WHOLE && asked != null
                ? text("reading.short", reading.count(), hour.format(asked))
                : reading(reading);
    }

    private String problem(Problem problem) {
        var call = PlainText.line(problem.call());
        return switch (problem.kind()) {
            case DENIED -> text("problem.denied", problem.missingAction() == null ? call : problem.missingAction());
            case NOT_OFFERED -> text("problem.notOffered", call);
            default -> text("problem.failed", call, problem.code(), problem.message());
        };
    }
}
