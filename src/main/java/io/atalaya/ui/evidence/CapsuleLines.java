package io.atalaya.ui.evidence;

import io.atalaya.deployment.State;
import io.atalaya.evidence.capsule.LeftOut;
import io.atalaya.evidence.capsule.Manifest;
import io.atalaya.evidence.replay.Answer;
import io.atalaya.evidence.replay.CapsuleFile;
import io.atalaya.evidence.replay.JudgedClaim;
import io.atalaya.evidence.stamp.Stamp;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What a capsule says, line by line. */
final class CapsuleLines {
    private final Texts texts;
    private final EvidenceTexts words;
    private final Ages ages;

    CapsuleLines(Texts texts, EvidenceTexts words, Ages ages) {
        this.texts = texts;
        this.words = words;
        this.ages = ages;
    }

    /** What was checked, each with its outcome, then what the manifest says. */
    List<Line> checks(CapsuleRow row) {
        var lines = new ArrayList<Line>();
        lines.add(Line.head(texts.get(row.check() == null ? "evidence.checks.open" : "evidence.checks.title")));
        var seen = words.verdict(row).condition();
        lines.add(Line.item(seen.state(), seen.word(), ""));
        lines.add(Line.note(words.explained(row)));
        if (row.trouble() != null) {
            lines.add(Line.sub(row.trouble()));
        }
        var found = row.check();
        if (found != null) {
            found.faults().forEach(it -> lines.add(Line.item(State.FAILED, words.fault(it), "")));
        }
        var manifest = row.manifest();
        if (manifest != null) {
            verified(row, manifest, lines);
            facts(row, manifest, lines);
        } else if (row.link() != null) {
            lines.add(Line.fact(texts.get("evidence.fact.capsule"), row.link().capsule()));
            lines.add(Line.fact(
                    texts.get("evidence.fact.number"), String.valueOf(row.link().number())));
        }
        return lines;
    }

    /** The single checks, each of them open until the file was looked at. */
    private void verified(CapsuleRow row, Manifest manifest, List<Line> lines) {
        var check = row.check();
        boolean looked = check != null && !row.checking();
        boolean sound = check != null && looked && check.faults().isEmpty();
        var items = manifest.items().size();
        lines.add(Line.item(
                sound ? State.HEALTHY : looked ? State.FAILED : State.UNKNOWN,
                texts.get(
                        sound
                                ? "evidence.check.items"
                                : looked ? "evidence.check.items.bad" : "evidence.check.items.open",
                        items),
                ""));
        var whose = row.own()
                ? sound ? "evidence.check.ownKey" : "evidence.check.ownKey.open"
                : sound ? "evidence.check.otherKey" : "evidence.check.otherKey.open";
        lines.add(Line.item(!sound ? State.UNKNOWN : row.own() ? State.HEALTHY : State.DEGRADED, texts.get(whose), ""));
        lines.add(Line.sub(manifest.key()));
        var link = row.link();
        var chained = sound && check != null && link != null && link.manifest().equals(check.manifestSha256());
        lines.add(Line.item(
                !sound || !row.own() ? State.UNKNOWN : chained ? State.HEALTHY : State.FAILED,
                texts.get(
                        !row.own()
                                ? "evidence.check.otherChain"
                                : !sound
                                        ? "evidence.check.chained.open"
                                        : chained ? "evidence.check.chained" : "evidence.check.unchained",
                        manifest.number()),
                ""));
        var share = manifest.share();
        if (share.of() > 1) {
            lines.add(Line.item(State.DEGRADED, texts.get("evidence.check.part", share.number(), share.of()), ""));
        }
        var stamp = row.check() == null ? null : row.check().stamp().state();
        lines.add(Line.item(
                stamp == Stamp.State.TRUSTED ? State.HEALTHY : stamp == Stamp.State.BAD ? State.FAILED : State.UNKNOWN,
                words.stamp(row),
                ""));
        lines.add(Line.item(
                words.origin(row).condition().state(), texts.get("evidence.check.origin", words.originWord(row)), ""));
    }

    private void facts(CapsuleRow row, Manifest manifest, List<Line> lines) {
        var facts = manifest.facts();
        var origin = facts.origin();
        lines.add(Line.head(texts.get(row.sound() ? "evidence.facts" : "evidence.facts.unproved")));
        lines.add(Line.fact(texts.get("evidence.fact.capsule"), facts.id()));
        lines.add(Line.fact(texts.get("evidence.fact.number"), words.count(manifest.number())));
        lines.add(Line.fact(
                texts.get("evidence.fact.taken"), ages.exact(facts.takenAt()).replace("\n", " · ")));
        lines.add(Line.fact(texts.get("evidence.fact.recipe"), facts.recipe()));
        lines.add(Line.fact(texts.get("evidence.fact.caller"), origin.caller()));
        lines.add(Line.fact(
                texts.get("evidence.fact.account"),
                origin.account() + (origin.alias() == null ? "" : " (" + origin.alias() + ")")));
        lines.add(Line.fact(texts.get("evidence.fact.region"), origin.region()));
        if (origin.endpoint() != null) {
            lines.add(Line.fact(texts.get("evidence.fact.endpoint"), origin.endpoint()));
        }
        lines.add(Line.fact(texts.get("evidence.fact.program"), facts.version() + " " + facts.programSha256()));
        lines.add(Line.fact(texts.get("evidence.fact.previous"), manifest.previous()));
        lines.add(Line.fact(texts.get("evidence.fact.file"), String.valueOf(row.file())));
        lines.add(Line.fact(texts.get("evidence.fact.size"), words.size(row.size())));
    }

    /** The claims: green and red only where what the file says is what was sealed. */
    List<Line> claims(CapsuleRow row, CapsuleFile capsule) throws IOException {
        var lines = new ArrayList<>(doubt(row));
        for (var claim : capsule.claims()) {
            lines.add(Line.item(
                    row.sound() ? EvidenceTexts.outcomeState(claim.verdict()) : State.UNKNOWN,
                    words.claim(claim.id()),
                    row.sound()
                            ? words.outcome(claim.verdict())
                            : texts.get("evidence.says", words.outcome(claim.verdict()))));
            for (var point : claim.points()) {
                lines.add(Line.sub(sign(point) + " " + point.resource() + "  " + point.fact() + "  " + point.value()));
            }
        }
        return orNone(row, lines, "evidence.none.claims");
    }

    private static String sign(JudgedClaim.Data point) {
        return point.holds() == null ? "?" : point.holds() ? "✓" : "✗";
    }

    List<Line> answers(CapsuleRow row, CapsuleFile capsule) throws IOException {
        var lines = new ArrayList<>(doubt(row));
        for (Answer answer : capsule.answers()) {
            var at = answer.sentAt();
            lines.add(Line.plain(
                    answer.call(),
                    (at == null ? "" : ages.clock(at) + "  ")
                            + answer.status()
                            + "  "
                            + (answer.item() == null
                                    ? texts.get("evidence.answer.leftOut")
                                    : words.size(answer.bytes())
                                            + (answer.asReceived() ? "" : "  " + texts.get("evidence.answer.masked")))
                            + "  " + answer.requestId()));
        }
        return orNone(row, lines, "evidence.none.answers");
    }

    List<Line> items(CapsuleRow row, CapsuleFile capsule) {
        var lines = new ArrayList<>(doubt(row));
        var wrong = new HashSet<String>();
        if (row.check() != null) {
            row.check().faults().forEach(it -> wrong.add(it.item()));
        }
        capsule.manifest()
                .items()
                .forEach(it -> lines.add(
                        wrong.contains(it.name())
                                ? Line.item(State.FAILED, it.name(), words.size(it.bytes()) + "  " + it.sha256())
                                : Line.plain(it.name(), words.size(it.bytes()) + "  " + it.sha256())));
        return lines;
    }

    List<Line> leftOut(CapsuleRow row, CapsuleFile capsule) {
        var lines = new ArrayList<>(doubt(row));
        for (LeftOut each : capsule.manifest().facts().leftOut()) {
            lines.add(Line.plain(
                    each.what(),
                    texts.get(
                            each.asked() ? "evidence.leftOut.asked" : "evidence.leftOut.always",
                            each.times(),
                            each.where().isEmpty() ? texts.get("evidence.leftOut.all") : each.where())));
        }
        return orNone(row, lines, "evidence.none.leftOut");
    }

    /** Said above whatever nobody has looked at yet, or is not what was sealed. */
    private List<Line> doubt(CapsuleRow row) {
        if (row.sound()) {
            return List.of();
        }
        var seen = words.verdict(row).condition();
        return List.of(Line.item(seen.state(), seen.word(), ""), Line.note(texts.get("evidence.doubt")));
    }

    private List<Line> orNone(CapsuleRow row, List<Line> lines, String key) {
        if (lines.size() == doubt(row).size()) {
            lines.add(Line.plain(texts.get(key), ""));
        }
        return List.copyOf(lines);
    }
}
