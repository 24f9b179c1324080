package io.atalaya.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.connect.Session;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Deployment;
import io.atalaya.evidence.capsule.CapsuleKey;
import io.atalaya.evidence.capsule.CapsuleWriter;
import io.atalaya.evidence.capsule.Chain;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.Facts;
import io.atalaya.evidence.capsule.Guide;
import io.atalaya.evidence.capsule.Origin;
import io.atalaya.evidence.capture.JournalLines;
import io.atalaya.evidence.capture.Masks;
import io.atalaya.evidence.capture.ModelJson;
import io.atalaya.evidence.capture.Population;
import io.atalaya.evidence.capture.Responses;
import io.atalaya.evidence.capture.Table;
import io.atalaya.evidence.claim.ClaimsJson;
import io.atalaya.evidence.claim.Finding;
import io.atalaya.evidence.claim.Known;
import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.evidence.stamp.HttpStamper;
import io.atalaya.operate.journal.JournalCheck;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.evidence.Band;
import io.atalaya.ui.evidence.CaptureSteps;
import io.atalaya.ui.evidence.CaptureSteps.Step;
import io.atalaya.ui.evidence.ViewPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes a capsule of a deployment that has been read: writes, draws, judges, seals. */
final class CapsuleMaking {
    /**
     * One under way.
     *
     * @param responses where its answers are recorded
     * @param begun by this computer's clock
     */
    record Capture(
            Session session, CapsuleWriter capsule, Responses responses, Recipe recipe, String id, Instant begun) {}

    /** With what it is sealed. */
    record Seal(CapsuleKey key, Chain chain) {}

    private final InstantSource clock;
    private final Path journal;
    private final Texts texts;
    private final CaptureSteps steps;

    /** @param journal of this user; need not be there */
    CapsuleMaking(InstantSource clock, Path journal, Texts texts, CaptureSteps steps) {
        this.clock = clock;
        this.journal = journal;
        this.texts = texts;
        this.steps = steps;
    }

    EvidenceRun.Made make(Capture it, Deployment deployment, EvidenceWish wish, Seal seal, ViewPictures views)
            throws IOException, InterruptedException {
        Population.refuseIncomplete(
                deployment, it.recipe().lists(), it.session().isAws());
        var now = clock.instant();
        var masks = new Masks(wish.masks());
        it.capsule().guard(masks::refuse);
        learn(it, deployment, masks);
        var origin = origin(it.session());
        var tables = model(it, deployment, now, masks);
        var findings = claims(it, deployment, now, origin, masks);
        // a view shows what was to be masked
        var shown = masks.any() ? List.<String>of() : views.views(it.recipe());
        int pictures = new EvidencePictures(views, band(origin, it.id()), texts, clock, steps)
                .draw(shown, tables, it.capsule());
        // what was drawn last may have been asked for while it was drawn
        it.responses().write(it.capsule(), masks);
        if (masks.any()) {
            views.views(it.recipe()).forEach(view -> masks.leaveOutAsked("pictures/" + view + ".png"));
        }
        it.capsule().add("capture.json", about(it, wish, now, shown, views));
        var facts = new Facts(
                it.id(),
                it.begun(),
                origin,
                it.recipe().name(),
                new ProgramVersion().text(),
                ProgramHash.sha256(),
                masks.leftOut());
        var authority = wish.authority();
        steps.at(Step.SEALING, 0, 1);
        var link = it.capsule()
                .seal(
                        facts,
                        seal.key(),
                        seal.chain(),
                        authority == null ? null : new HttpStamper(authority),
                        Guide.of(texts.getLocale()));
        return new EvidenceRun.Made(
                link,
                seal.key().fingerprint(),
                findings,
                pictures,
                it.capsule().items().size(),
                it.capsule().files(),
                it.capsule().bytes());
    }

    /** All values that the user marked are known before anything is written: they may stand elsewhere under no name. */
    private void learn(Capture it, Deployment deployment, Masks masks) throws IOException {
        it.responses().learn(masks);
        it.recipe().lists().forEach(part -> new ModelJson(masks).learn(deployment, part));
        if (masks.any() && Files.exists(journal)) {
            for (var line : Files.readAllLines(journal, StandardCharsets.UTF_8)) {
                masks.learn(line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private List<Table> model(Capture it, Deployment deployment, Instant now, Masks masks) throws EvidenceException {
        var json = new ModelJson(masks);
        var tables = new ArrayList<Table>();
        var lists = it.recipe().lists();
        for (var part : lists) {
            steps.at(Step.WRITING, tables.size(), lists.size());
            var item = "model/" + part.id() + ".json";
            var node = json.part(deployment, part, now, item);
            it.capsule().add(item, node.toPrettyString().getBytes(StandardCharsets.UTF_8));
            var table = Table.of(node);
            it.capsule().add("lists/" + part.id() + ".csv", table.csv());
            tables.add(table);
        }
        return tables;
    }

    private List<Finding> claims(Capture it, Deployment deployment, Instant now, Origin origin, Masks masks)
            throws IOException {
        var kept = Files.exists(journal);
        var item = "journal.jsonl";
        var lines = kept ? Files.readAllLines(journal, StandardCharsets.UTF_8) : List.<String>of();
        it.capsule().add(item, JournalLines.of(lines, origin, masks, item));
        var check = kept ? JournalCheck.of(journal) : null;
        var known = new Known(
                deployment,
                now,
                new Known.Journal(
                        kept, check == null ? 0 : check.entries().size(), check != null && check.broken() == null));
        var findings =
                it.recipe().claims().stream().map(claim -> claim.judge(known)).toList();
        it.capsule().add("claims.json", masks.claims("claims.json", ClaimsJson.of(findings)));
        return findings;
    }

    private static byte[] about(Capture it, EvidenceWish wish, Instant now, List<String> shown, ViewPictures pictures) {
        var node = JsonMapper.builder().build().createObjectNode();
        node.put("capture", it.id());
        node.put("begunAt", it.begun().toString());
        node.put("modelAt", now.toString());
        node.put("recipe", it.recipe().name());
        node.put("title", it.recipe().title());
        it.recipe().controls().forEach(node.putArray("controls")::add);
        shown.forEach(node.putArray("views")::add);
        // of lists none: they are whole
        var filters = node.putArray("filters");
        if (!shown.isEmpty()) {
            pictures.filters()
                    .forEach(filter ->
                            filters.addObject().put("where", filter.where()).put("chosen", filter.chosen()));
        }
        wish.masks().forEach(node.putArray("masked")::add);
        return node.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    private static Origin origin(Session session) {
        var kind = session.isSandbox() ? Origin.Kind.SANDBOX : session.isAws() ? Origin.Kind.AWS : Origin.Kind.ENDPOINT;
        var caller = session.caller();
        return new Origin(
                kind,
                session.isAws() ? null : String.valueOf(session.endpoint()),
                session.name(),
                caller.map(Caller::account).orElse(""),
                caller.map(Caller::alias).orElse(null),
                caller.map(Caller::arn).orElse(""),
                session.region());
    }

    private Band band(Origin origin, String id) {
        var notAws =
                switch (origin.kind()) {
                    case AWS -> null;
                    case SANDBOX -> texts.get("evidence.band.sandbox");
                    case ENDPOINT -> texts.get("evidence.band.endpoint", String.valueOf(origin.endpoint()));
                };
        var alias = origin.alias() == null ? "" : " (" + origin.alias() + ")";
        var where = origin.deployment() + " · " + origin.account() + alias + " · " + origin.region();
        return new Band(where, origin.caller(), id, Program.zone(), notAws, texts);
    }
}
