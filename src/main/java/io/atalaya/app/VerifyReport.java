package io.atalaya.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.atalaya.evidence.capsule.Origin;
import io.atalaya.evidence.stamp.Stamp;
import io.atalaya.evidence.verify.Checked;
import io.atalaya.evidence.verify.Expected;
import io.atalaya.evidence.verify.Fault;
import io.atalaya.evidence.verify.Verdict;
import io.atalaya.evidence.verify.Verification;
import io.atalaya.ui.common.AwsText;
import java.io.PrintWriter;
import java.util.List;
import java.util.ResourceBundle;

/** What a verification says to a person, and to a script. */
final class VerifyReport {
    private final ResourceBundle texts;
    private final Expected expected;

    VerifyReport(ResourceBundle texts, Expected expected) {
        this.texts = texts;
        this.expected = expected;
    }

    void tell(Verification verification, PrintWriter out) {
        for (var capsule : verification.capsules()) {
            tell(capsule, out);
        }
        for (var fault : verification.chain()) {
            out.println(text("verify.chain", words(fault)));
        }
        if (verification.capsules().size() > 1 && verification.chain().isEmpty()) {
            out.println(text(expected.chain() == null ? "verify.chainGood" : "verify.chainWhole"));
        }
        if (verification.verdict() == Verdict.NOT_AWS) {
            out.println(text("verify.notAws"));
        }
        if (expected.key() == null) {
            out.println(text("verify.anyKey"));
        }
    }

    private void tell(Checked capsule, PrintWriter out) {
        var manifest = capsule.manifest();
        for (var fault : capsule.faults()) {
            out.println(text("verify.bad", capsule.file(), words(fault)));
        }
        if (manifest == null) {
            return;
        }
        if (capsule.faults().isEmpty()) {
            out.println(text("verify.good", capsule.file(), manifest.items().size()));
        }
        var facts = manifest.facts();
        var origin = facts.origin();
        // who forges a manifest may write anything into it
        out.println("  "
                + text(
                        "verify.of",
                        AwsText.line(facts.id()),
                        manifest.number(),
                        AwsText.line(manifest.key()),
                        facts.takenAt(),
                        AwsText.line(origin.deployment()),
                        AwsText.line(origin.account()),
                        AwsText.line(origin.region()),
                        AwsText.line(origin.caller()),
                        AwsText.line(what(origin))));
        var share = manifest.share();
        if (share.of() > 1) {
            out.println("  " + text("verify.part", share.number(), share.of()));
        }
        var stamp = capsule.stamp();
        if (stamp.state() != Stamp.State.BAD) {
            out.println("  "
                    + AwsText.line(
                            text("verify.stamp." + stamp.state().name(), String.valueOf(stamp.at()), stamp.detail())));
        }
    }

    private String what(Origin origin) {
        return text("verify.origin." + origin.kind().name(), String.valueOf(origin.endpoint()));
    }

    private String words(Fault fault) {
        var words = text("verify.fault." + fault.kind().name(), fault.item(), fault.detail());
        return AwsText.line(words.strip());
    }

    private String text(String key, Object... arguments) {
        return texts.getString(key).formatted(arguments);
    }

    /** One line. */
    static String json(Verification verification) {
        var root = JsonMapper.builder().build().createObjectNode();
        root.put("verdict", verification.verdict().name());
        var capsules = root.putArray("capsules");
        for (var each : verification.capsules()) {
            var node = capsules.addObject()
                    .put("file", each.file())
                    .put("intact", each.faults().isEmpty());
            faults(node.putArray("faults"), each.faults());
            var manifest = each.manifest();
            if (manifest != null) {
                var facts = manifest.facts();
                node.put("capsule", facts.id());
                node.put("number", manifest.number());
                node.put("part", manifest.share().number());
                node.put("parts", manifest.share().of());
                node.put("key", manifest.key());
                node.put("takenAt", facts.takenAt().toString());
                node.put("recipe", facts.recipe());
                node.put("origin", facts.origin().kind().name());
                node.put("account", facts.origin().account());
                node.put("region", facts.origin().region());
                node.put("caller", facts.origin().caller());
                node.put("manifest", each.manifestSha256());
            }
            var stamp = node.putObject("timeStamp")
                    .put("state", each.stamp().state().name());
            stamp.put("detail", each.stamp().detail());
            var at = each.stamp().at();
            if (at != null) {
                stamp.put("at", at.toString());
            }
        }
        faults(root.putArray("chain"), verification.chain());
        return root.toString();
    }

    private static void faults(ArrayNode array, List<Fault> faults) {
        faults.forEach(it -> array.addObject()
                .put("kind", it.kind().name())
                .put("item", it.item())
                .put("detail", it.detail()));
    }
}
