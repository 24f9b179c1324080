package io.atalaya.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * "Ended, this is what happened": the truth of a run beside what this console said.
 *
 * @param lines by time
 */
public record Report(Run run, List<Line> lines) {
    /** More alike than this become one line. */
    private static final int FEW = 3;
    /** What was not said by then was missed; the slowest source is asked every five minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    public Report {
        lines = List.copyOf(lines);
    }

    /** Sets the two side by side; the same arguments give the same report. */
    public static Report of(Run run, List<Said> said, List<Noted> noted, Instant now) {
        var lines = new ArrayList<Line>();
        Set<Said> explained = new HashSet<>();
        alike(run).forEach(each -> {
            var line = line(each, run, said, noted, now);
            lines.add(line);
            if (line.said() != null) {
                explained.add(line.said());
            }
        });
        said.stream()
                .filter(each -> !each.before() && !explained.contains(each))
                .filter(each -> lines.stream().noneMatch(line -> tells(line, each)))
                .map(each -> new Line(each.since(), Line.Verdict.OWN, null, 1, each, null, null))
                .forEach(lines::add);
        lines.sort(Comparator.comparing(Line::at));
        return new Report(run, lines);
    }

    /** What was never said, or is still said though it is over. */
    public List<Line> missed() {
        return lines.stream()
                .filter(each -> each.verdict() == Line.Verdict.MISSED || each.verdict() == Line.Verdict.STILL_SAID)
                .toList();
    }

    /** How long the first thing that went wrong took to be said; empty when none was. */
    public Optional<Duration> first() {
        return lines.stream()
                .filter(each -> each.verdict() == Line.Verdict.SAID)
                .map(Line::delay)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** How many of that verdict. */
    public long count(Line.Verdict verdict) {
        return lines.stream().filter(each -> each.verdict() == verdict).count();
    }

    /** A finding about the same resource as one that is explained is the same trouble in other words. */
    private static boolean tells(Line line, Said said) {
        var happened = line.happened();
        return happened != null
                && Expectation.of(happened.what())
                        .kinds()
                        .contains(said.finding().kind())
                && concerns(happened, said);
    }

    private record Alike(Happened first, int times) {}

    /** Of many targets that go out of one group for one reason there is one thing to say. */
    private static List<Alike> alike(Run run) {
        var groups = new LinkedHashMap<List<Object>, List<Happened>>();
        for (var each : run.happened()) {
            var second = each.arguments().size() > 1 ? each.arguments().get(1) : "";
            var key = each.what().startsWith("TARGET_") ? List.<Object>of(each.what(), second) : List.<Object>of(each);
            groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(each);
        }
        var alike = new ArrayList<Alike>();
        groups.values().forEach(same -> {
            if (same.size() > FEW) {
                alike.add(new Alike(same.getFirst(), same.size()));
            } else {
                same.forEach(each -> alike.add(new Alike(each, 1)));
            }
        });
        return alike;
    }

    private static Line line(Alike alike, Run run, List<Said> said, List<Noted> noted, Instant now) {
        var happened = alike.first();
        var expected = Expectation.of(happened.what());
        if (expected.isNothing()) {
            return new Line(happened.at(), Line.Verdict.NOTHING_TO_SAY, happened, alike.times(), null, null, null);
        }
        // what began before anybody looked counts from the first look
        var from = happened.at().isBefore(run.startedAt()) ? run.startedAt() : happened.at();
        return expected.appears()
                ? appearing(alike, from, expected, said, noted, now)
                : ending(alike, from, expected, said, noted, now);
    }

    private static Line appearing(
            Alike alike, Instant from, Expectation expected, List<Said> said, List<Noted> noted, Instant now) {
        var happened = alike.first();
        // it may have been said already: of the cause, or of another of the same
        var told = said.stream()
                .filter(each -> !each.before()
                        && expected.kinds().contains(each.finding().kind())
                        && concerns(happened, each)
                        && (each.until() == null || each.until().isAfter(from)))
                .min(Comparator.comparing(Said::since)
                        .thenComparing(each -> each.finding().urgency()));
        if (told.isPresent()) {
            var since = told.get().since();
            var delay = since.isBefore(from) ? Duration.ZERO : Duration.between(from, since);
            return new Line(happened.at(), Line.Verdict.SAID, happened, alike.times(), told.get(), null, delay);
        }
        return unsaid(alike, from, Line.Verdict.MISSED, noted, now);
    }

    private static Line ending(
            Alike alike, Instant from, Expectation expected, List<Said> said, List<Noted> noted, Instant now) {
        var happened = alike.first();
        var about = said.stream()
                .filter(each -> !each.before()
                        && expected.kinds().contains(each.finding().kind())
                        && concerns(happened, each))
                .toList();
        var still = about.stream().filter(each -> each.until() == null).findFirst();
        if (still.isPresent()) {
            return waiting(from, now)
                    ? new Line(happened.at(), Line.Verdict.PENDING, happened, alike.times(), null, null, null)
                    : new Line(
                            happened.at(), Line.Verdict.STILL_SAID, happened, alike.times(), still.get(), null, null);
        }
        return about.stream()
                .filter(each -> !end(each).isBefore(from))
                .max(Comparator.comparing(Report::end))
                .map(each -> new Line(
                        happened.at(),
                        Line.Verdict.TAKEN_BACK,
                        happened,
                        alike.times(),
                        each,
                        null,
                        Duration.between(from, end(each))))
                .orElseGet(() -> unsaid(alike, from, Line.Verdict.NOTHING_TO_SAY, noted, now));
    }

    private static Line unsaid(Alike alike, Instant from, Line.Verdict otherwise, List<Noted> noted, Instant now) {
        var happened = alike.first();
        var seen = noted.stream()
                .filter(each -> happened.about().contains(each.resource())
                        && !each.at().isBefore(from)
                        && each.at().isBefore(from.plus(PATIENCE)))
                .min(Comparator.comparing(Noted::at));
        if (seen.isPresent()) {
            var delay = Duration.between(from, seen.get().at());
            return new Line(happened.at(), Line.Verdict.NOTED, happened, alike.times(), null, seen.get(), delay);
        }
        var verdict = otherwise == Line.Verdict.MISSED && waiting(from, now) ? Line.Verdict.PENDING : otherwise;
        return new Line(happened.at(), verdict, happened, alike.times(), null, null, null);
    }

    private static boolean waiting(Instant from, Instant now) {
        return now.isBefore(from.plus(PATIENCE));
    }

    private static Instant end(Said said) {
        @Nullable Instant until = said.until();
        return until == null ? Instant.MAX : until;
    }

    /** What is said of no resource is said of all: a zone, the account. */
    private static boolean concerns(Happened happened, Said said) {
        var subject = said.finding().subject();
        return subject == null || happened.about().isEmpty() || happened.about().contains(subject.id());
    }
}
