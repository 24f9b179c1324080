package io.atalaya.app;

import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.Session;
import io.atalaya.connect.SignInResult;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Deployment;
import io.atalaya.evidence.capsule.CapsuleKey;
import io.atalaya.evidence.capsule.CapsuleWriter;
import io.atalaya.evidence.capsule.Chain;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.EvidenceException.Reason;
import io.atalaya.evidence.capsule.Facts;
import io.atalaya.evidence.capsule.Guide;
import io.atalaya.evidence.capsule.KeyFolder;
import io.atalaya.evidence.capsule.Link;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes one capsule without a display: connects, reads everything, draws, seals. */
public final class EvidenceRun {
    /** What editors of Windows put before a text. */
    private static final String MARK = "\uFEFF";

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Program program;
    private final KeyFolder keys;
    private final Texts texts;

    EvidenceRun(Program program, KeyFolder keys) {
        this.program = program;
        this.keys = keys;
        this.texts = new Texts(Texts.nearest(Locale.getDefault()), Wiring.BUNDLES);
    }

    /** What was made. */
    public record Made(Link link, String key, List<Finding> findings, int pictures, int items) {}

    /**
     * @throws EvidenceException when there is no capsule, with what a person can do about it
     * @throws IOException when something else could not be read
     */
    Made make(ConnectRequest request, Recipe recipe, EvidenceWish wish) throws IOException, InterruptedException {
        var clock = program.machinery().clock();
        var begun = clock.instant();
        var key = keys.open(passphrase(wish.passphraseFile()));
        var chain = new Chain(keys, key);
        chain.refuseIfBehind(begun);
        var id = ID.format(begun) + "-" + HexFormat.of().formatHex(random(3));
        try (var capsule = CapsuleWriter.begin(wish.out(), id)) {
            var gathering = new Gathering(program);
            var connected = gathering.connect(request);
            if (connected instanceof SignInResult.Failed failed) {
                throw new EvidenceException(Reason.INCOMPLETE, Gathering.words(failed));
            }
            var session = (AwsSession) ((SignInResult.Connected) connected).session();
            var responses = new Responses();
            session.record(responses);
            try (var scope = program.scope(session)) {
                gathering.awaitAll(scope);
                return capture(new Capture(scope, capsule, responses, recipe, id, begun), wish, key, chain);
            }
        }
    }

    /** One under way. */
    private record Capture(
            ConnectionScope scope,
            CapsuleWriter capsule,
            Responses responses,
            Recipe recipe,
            String id,
            Instant begun) {}

    private Made capture(Capture it, EvidenceWish wish, CapsuleKey key, Chain chain)
            throws IOException, InterruptedException {
        var session = it.scope().session();
        var deployment = it.scope().current();
        Population.refuseIncomplete(deployment, it.recipe().lists(), session.isAws());
        var now = program.machinery().clock().instant();
        var masks = new Masks(wish.masks());
        var origin = origin(session);
        var tables = model(it, deployment, now, masks);
        var findings = claims(it, deployment, now, origin, masks);
        var views = masks.any()
                ? List.<String>of() // a view shows what was to be masked
                : Wiring.views(it.scope()).stream()
                        .filter(view ->
                                !view.equals(Wiring.PRACTICE) && it.recipe().shows(view))
                        .toList();
        int pictures = new EvidencePictures(program, it.scope(), band(origin, it.id()), texts)
                .draw(views, tables, it.capsule());
        // what was drawn last may have been asked for while it was drawn
        it.responses().write(it.capsule(), masks);
        if (masks.any()) {
            it.recipe().views().forEach(view -> masks.leaveOutAsked("pictures/" + view));
        }
        it.capsule().add("capture.json", about(it, wish, now, views));
        var facts = new Facts(
                it.id(),
                it.begun(),
                origin,
                it.recipe().name(),
                new ProgramVersion().text(),
                ProgramHash.sha256(),
                masks.leftOut());
        var authority = wish.authority();
        var link = it.capsule()
                .seal(
                        facts,
                        key,
                        chain,
                        authority == null ? null : new HttpStamper(authority),
                        Guide.of(texts.getLocale()));
        return new Made(
                link,
                key.fingerprint(),
                findings,
                pictures,
                it.capsule().items().size());
    }

    private static List<Table> model(Capture it, Deployment deployment, Instant now, Masks masks)
            throws EvidenceException {
        var json = new ModelJson(masks);
        var tables = new ArrayList<Table>();
        for (var part : it.recipe().lists()) {
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
        var file = program.directories().journal();
        var kept = Files.exists(file);
        var item = "journal.jsonl";
        var lines = kept ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.<String>of();
        it.capsule().add(item, JournalLines.of(lines, origin, masks, item));
        var check = kept ? JournalCheck.of(file) : null;
        var journal = new Known.Journal(
                kept, check == null ? 0 : check.entries().size(), check != null && check.broken() == null);
        var known = new Known(deployment, now, journal);
        var findings =
                it.recipe().claims().stream().map(claim -> claim.judge(known)).toList();
        it.capsule().add("claims.json", ClaimsJson.of(findings));
        return findings;
    }

    private static byte[] about(Capture it, EvidenceWish wish, Instant now, List<String> views) {
        var node =
                com.fasterxml.jackson.databind.json.JsonMapper.builder().build().createObjectNode();
        node.put("capture", it.id());
        node.put("begunAt", it.begun().toString());
        node.put("modelAt", now.toString());
        node.put("recipe", it.recipe().name());
        node.put("title", it.recipe().title());
        it.recipe().controls().forEach(node.putArray("controls")::add);
        views.forEach(node.putArray("views")::add);
        node.putArray("filters"); // none: views are drawn as they open, lists whole
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

    private static char @Nullable [] passphrase(@Nullable Path file) throws IOException {
        if (file == null) {
            return null;
        }
        var first = Files.readString(file).lines().findFirst().orElse("");
        return (first.startsWith(MARK) ? first.substring(1) : first).toCharArray();
    }

    private static byte[] random(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
