package io.atalaya.ui.overview;

import io.atalaya.deployment.Problem;
import io.atalaya.deployment.overview.Finding;
import io.atalaya.deployment.overview.FindingKind;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The two lines of a finding: what is so, and why or what follows from it. */
public final class FindingTexts {
    private final Texts texts;
    private final Ages ages;
    private final Units units;

    public FindingTexts(Texts texts, Ages ages) {
        this.texts = texts;
        this.ages = ages;
        this.units = new Units(texts.getLocale());
    }

    /** What is so. */
    public String title(Finding finding, Instant now) {
        return title(finding.kind(), finding.arguments(), now);
    }

    /** The same for what is remembered of a finding. */
    public String title(FindingKind kind, List<Object> arguments, Instant now) {
        return texts.get("overview.finding." + kind + ".title", arguments(kind, arguments, now));
    }

    /** Why, or what follows from it. */
    public String detail(Finding finding, Instant now) {
        return detail(finding.kind(), finding.arguments(), now);
    }

    /** The same for what is remembered of a finding. */
    public String detail(FindingKind kind, List<Object> said, Instant now) {
        var text = texts.get("overview.finding." + kind + ".detail", arguments(kind, said, now))
                .strip();
        // A sentence that ends in AWS's own words ends without them where AWS gave none.
        return text.endsWith(":") || text.endsWith(",") ? text.substring(0, text.length() - 1) + "." : text;
    }

    private Object[] arguments(FindingKind kind, List<Object> said, Instant now) {
        var arguments = said.toArray();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = readable(arguments[i], now);
        }
        switch (kind) {
            case DATABASE_FILLS, FILE_SYSTEM_GROWS -> {
                arguments[1] = units.bytes((Long) said.get(1));
                arguments[2] = units.bytes((Long) said.get(2));
            }
            case SOURCE_DENIED, SOURCE_FAILED -> arguments[0] = texts.get("overview.part." + arguments[0]);
            default -> {}
        }
        if (kind == FindingKind.SOURCE_FAILED) {
            arguments[1] = problem(arguments[1]);
        } else if (kind == FindingKind.SOURCES_FAILED) {
            arguments[0] = problem(arguments[0]);
        }
        return arguments;
    }

    private Object readable(Object argument, Instant now) {
        return switch (argument) {
            case Instant at -> ages.time(at, now);
            case Double number -> units.number(number);
            case Duration length -> Durations.words(length);
            default -> argument;
        };
    }

    private String problem(Object kind) {
        var known = Problem.Kind.valueOf(String.valueOf(kind));
        return texts.get("common.problem.what." + known.name().toLowerCase(Locale.ROOT));
    }
}
