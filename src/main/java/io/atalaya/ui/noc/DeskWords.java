package io.atalaya.ui.noc;

import io.atalaya.deployment.overview.FindingKind;
import io.atalaya.noc.catalogue.Unit;
import io.atalaya.noc.desk.Entry;
import io.atalaya.noc.desk.Words;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.overview.FindingTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The sentences of the desk in the reader's language. Two consoles of one team may speak different ones. */
public final class DeskWords {
    private static final String FINDING = "overview.finding.";
    private static final String TITLE = ".title";
    private static final String ITEM = "desk.item.";

    private final Texts texts;
    private final Ages ages;
    private final Units units;
    private final ItemTexts items;
    private final FindingTexts findings;

    public DeskWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.ages = new Ages(texts, zone);
        this.units = new Units(texts.getLocale());
        this.items = new ItemTexts(texts);
        this.findings = new FindingTexts(texts, ages);
    }

    /** What is so. */
    public String title(Words words, Instant now) {
        if (words.isVerbatim()) {
            return AwsText.line(String.valueOf(words.arguments().getFirst()));
        }
        var key = words.key();
        if (key.startsWith(FINDING) && key.endsWith(TITLE)) {
            return AwsText.line(findings.title(kind(key), words.arguments(), now));
        }
        if (key.startsWith(ITEM)) {
            return item(words);
        }
        return texts.containsKey(key)
                ? AwsText.line(texts.get(key, readable(words.arguments(), now)))
                : AwsText.line(key + " " + words.arguments());
    }

    /** Why, or what follows from it; empty where there is no more to say. */
    public String detail(Words words, Instant now) {
        var key = words.key();
        if (key.startsWith(FINDING) && key.endsWith(TITLE)) {
            return AwsText.hint(findings.detail(kind(key), words.arguments(), now));
        }
        return key.startsWith(ITEM) ? itemDetail(words) : "";
    }

    private static FindingKind kind(String key) {
        return FindingKind.valueOf(key.substring(FINDING.length(), key.length() - TITLE.length()));
    }

    private Object[] readable(List<Object> arguments, Instant now) {
        return arguments.stream()
                .map(argument -> switch (argument) {
                    case Instant at -> ages.time(at, now);
                    case Double number -> units.number(number);
                    case Duration length -> Durations.words(length);
                    default -> argument;
                })
                .toArray();
    }

    /** {@code CPU 71 %}: the item's id, its own name, the value, its unit, the bound that was passed, which of several. */
    private String item(Words words) {
        var name = itemName(words);
        var value = value(words.arguments().get(2), words);
        return value.isEmpty() ? name : name + " " + value;
    }

    private String itemDetail(Words words) {
        var bound = value(words.arguments().get(4), words);
        var detail = String.valueOf(words.arguments().get(5));
        var sentence = words.key().endsWith("stale")
                ? texts.get("noc.desk.item.stale")
                : bound.isEmpty() ? "" : texts.get("noc.desk.item.beyond", bound);
        return AwsText.line(detail.isEmpty() ? sentence : (sentence + " " + detail).strip());
    }

    private String itemName(Words words) {
        var own = String.valueOf(words.arguments().get(1));
        var id = String.valueOf(words.arguments().get(0));
        return AwsText.line(own.isEmpty() ? items.found("noc.item." + id).orElse(id) : own);
    }

    private String value(Object value, Words words) {
        return value instanceof Double number
                ? items.figure(
                                number,
                                Unit.valueOf(String.valueOf(words.arguments().get(3))))
                        .toString()
                : AwsText.word(String.valueOf(value));
    }

    /** What to do about such an entry; empty where nobody wrote it. */
    public String runbook(Entry entry) {
        var key = entry.kind().startsWith("item.")
                ? "noc.runbook." + entry.kind().substring("item.".length())
                : "noc.runbook." + entry.kind();
        return items.found(key).orElse("");
    }
}
