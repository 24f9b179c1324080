package io.atalaya.ui.practice;

import io.atalaya.practice.Line;
import io.atalaya.practice.Report;
import io.atalaya.practice.Run;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.overview.FindingTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.StringJoiner;

/** The words of the end page: the truth on the left, what this console said on the right. */
final class LineTexts {
    private final Texts texts;
    private final Ages ages;
    private final Units units;
    private final FindingTexts findings;

    LineTexts(Texts texts, Ages ages) {
        this.texts = texts;
        this.ages = ages;
        this.units = new Units(texts.getLocale());
        this.findings = new FindingTexts(texts, ages);
    }

    String time(Line line, Instant now) {
        return ages.time(line.at(), now);
    }

    /** What truly happened; empty where the console said something of its own. */
    String happened(Line line) {
        var happened = line.happened();
        if (happened == null) {
            return "";
        }
        var arguments = happened.arguments().stream()
                .map(each -> each instanceof Double number ? units.number(number) : each)
                .toArray();
        if (line.times() > 1) {
            return AwsText.line(texts.get(
                    "practice.many." + happened.what(),
                    line.times(),
                    arguments.length > 1 ? arguments[1] : "",
                    arguments.length > 2 ? arguments[2] : ""));
        }
        return AwsText.line(texts.get("practice.what." + happened.what(), arguments));
    }

    /** What the console made of it. */
    String said(Line line, Instant now) {
        var delay = line.delay() == null ? Duration.ZERO : line.delay();
        var later = Durations.words(delay);
        return switch (line.verdict()) {
            case SAID ->
                texts.get(
                        delay.isZero() ? "practice.said.already" : "practice.said.later",
                        line.said() == null ? "" : ages.time(line.said().since(), now),
                        later);
            case TAKEN_BACK ->
                texts.get(
                        "practice.said.takenBack",
                        line.said() == null || line.said().until() == null
                                ? ""
                                : ages.time(line.said().until(), now),
                        later);
            case NOTED ->
                texts.get(
                        "practice.said.noted",
                        line.noted() == null ? "" : ages.time(line.noted().at(), now),
                        later);
            case NOTHING_TO_SAY -> texts.get("practice.said.nothing");
            case PENDING -> texts.get("practice.said.pending");
            case MISSED -> texts.get("practice.said.missed");
            case STILL_SAID -> texts.get("practice.said.still");
            case OWN -> texts.get("practice.said.own");
        };
    }

    /** The sentence itself, as it stood on the overview; empty where there was none. */
    String words(Line line, Instant now) {
        if (line.said() != null) {
            return AwsText.line(findings.title(line.said().finding(), now));
        }
        return line.noted() == null ? "" : AwsText.line(line.noted().text());
    }

    /** How long it took and how the console did, in one sentence each. */
    String summary(Report report, Instant now) {
        var run = report.run();
        var all = new StringJoiner(" ");
        all.add(ran(run, now));
        report.first()
                .ifPresentOrElse(
                        delay -> all.add(texts.get("practice.summary.first", Durations.words(delay))),
                        () -> all.add(texts.get("practice.summary.silent")));
        var missed = report.missed().size();
        var pending = report.count(Line.Verdict.PENDING);
        if (missed > 0 || pending == 0) {
            all.add(texts.get("practice.summary.missed", missed));
        }
        if (pending > 0) {
            all.add(texts.get("practice.summary.pending", pending));
        }
        return all.toString();
    }

    private String ran(Run run, Instant now) {
        var end = run.stoppedAt() == null ? now : run.stoppedAt();
        var lasted = Durations.words(Duration.between(run.startedAt(), end));
        var healed = run.healedAt();
        return texts.get(run.byItself() ? "practice.summary.byItself" : "practice.summary.stopped", lasted)
                + " "
                + (healed == null
                        ? texts.get("practice.summary.healing")
                        : texts.get("practice.summary.healed", Durations.words(Duration.between(end, healed))));
    }

    /** That nothing was missed, as far as can be told yet. */
    String nothingMissed(Report report) {
        return texts.get(report.count(Line.Verdict.PENDING) > 0 ? "practice.missed.yet" : "practice.missed.none");
    }

    /** All of the page as plain text, for a report or a chat. */
    String plain(String name, String repair, Report report, Instant now) {
        var text = new StringBuilder(texts.get("practice.plain.title", name))
                .append('\n')
                .append(summary(report, now))
                .append("\n\n");
        for (var line : report.lines()) {
            text.append(time(line, now)).append("  ");
            var happened = happened(line);
            var words = words(line, now);
            text.append(happened.isEmpty() ? "" : happened + " · ").append(said(line, now));
            text.append(words.isEmpty() ? "" : ": " + words).append('\n');
        }
        text.append('\n').append(texts.get("practice.missed.title")).append('\n');
        if (report.missed().isEmpty()) {
            text.append(nothingMissed(report)).append('\n');
        }
        report.missed().forEach(line -> text.append("- ").append(happened(line)).append('\n'));
        return text.append('\n')
                .append(texts.get("practice.repair"))
                .append('\n')
                .append(repair)
                .append('\n')
                .toString();
    }
}
