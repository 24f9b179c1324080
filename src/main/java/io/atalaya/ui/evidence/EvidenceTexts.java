package io.atalaya.ui.evidence;

import io.atalaya.deployment.State;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.Origin;
import io.atalaya.evidence.replay.JudgedClaim;
import io.atalaya.evidence.verify.Fault;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of the evidence view. */
final class EvidenceTexts {
    private final Texts texts;
    private final Units units;

    EvidenceTexts(Texts texts) {
        this.texts = texts;
        this.units = new Units(texts.getLocale());
    }

    /** What can be said of a capsule: green only where every byte was looked at, the key is one's own, and AWS answered. */
    Seen verdict(CapsuleRow row) {
        var verdict = row.verdict();
        var state =
                switch (verdict) {
                    case INTACT -> State.HEALTHY;
                    case OTHER_KEY, NOT_AWS -> State.DEGRADED;
                    case AT_FAULT, NOT_IN_CHAIN, UNREADABLE -> State.FAILED;
                    case VERIFYING -> State.CHANGING;
                    case NOT_VERIFIED, NOT_HERE -> State.UNKNOWN;
                };
        return Seen.current(state, texts.get("evidence.verdict." + key(verdict)));
    }

    /** The same in a sentence. */
    String explained(CapsuleRow row) {
        return texts.get("evidence.verdict." + key(row.verdict()) + ".why");
    }

    Seen origin(CapsuleRow row) {
        var origin = row.origin();
        if (origin == null) {
            return Seen.current(State.UNKNOWN, "-");
        }
        // that AWS answered is what the file says, until it was verified
        return Seen.current(
                origin.kind() != Origin.Kind.AWS ? State.DEGRADED : row.sound() ? State.HEALTHY : State.UNKNOWN,
                texts.get("evidence.origin." + key(origin.kind())));
    }

    String originWord(CapsuleRow row) {
        var origin = row.origin();
        return origin == null ? "" : texts.get("evidence.origin." + key(origin.kind()));
    }

    static String place(CapsuleRow row) {
        var origin = row.origin();
        return origin == null ? "" : origin.deployment() + " · " + origin.account() + " · " + origin.region();
    }

    String claims(CapsuleRow row) {
        var claims = row.claims();
        return claims == null || claims.isEmpty()
                ? ""
                : texts.get(
                        "evidence.claims.counts",
                        row.claimed(JudgedClaim.PASS),
                        row.claimed(JudgedClaim.FAIL),
                        claims.size() - row.claimed(JudgedClaim.PASS) - row.claimed(JudgedClaim.FAIL));
    }

    /** What is known of the time stamp: before verification, only what the file says. */
    String stamp(CapsuleRow row) {
        var manifest = row.manifest();
        if (manifest == null) {
            return "";
        }
        var check = row.check();
        if (check == null) {
            return texts.get(manifest.stamping().stamped() ? "evidence.stamp.says" : "evidence.stamp.none");
        }
        return texts.get(
                "evidence.stamp." + key(check.stamp().state()),
                String.valueOf(check.stamp().at()),
                check.stamp().detail());
    }

    String size(long bytes) {
        return units.bytes(bytes);
    }

    String count(long number) {
        return units.count(number);
    }

    String fault(Fault fault) {
        return texts.get("evidence.fault." + key(fault.kind()), fault.item(), fault.detail())
                .strip();
    }

    String claim(String id) {
        var key = "evidence.claim." + id;
        return texts.containsKey(key) ? texts.get(key) : AwsText.line(id);
    }

    /** Of a claim as the file has it: whatever is not one of ours is shown as it stands there. */
    String outcome(@Nullable String verdict) {
        if (verdict == null) {
            return texts.get("evidence.outcome.none");
        }
        var key = "evidence.outcome." + verdict.toLowerCase(Locale.ROOT).replace('_', '-');
        return texts.containsKey(key) ? texts.get(key) : AwsText.line(verdict);
    }

    static State outcomeState(String verdict) {
        return switch (verdict) {
            case JudgedClaim.PASS -> State.HEALTHY;
            case JudgedClaim.FAIL -> State.FAILED;
            default -> State.UNKNOWN;
        };
    }

    /** What a person can do about a capsule that was not made. */
    String reason(Exception why) {
        if (why instanceof EvidenceException known) {
            var details = known.details();
            return texts.get(
                    "evidence.why." + key(known.reason()), detail(details, 0), detail(details, 1), detail(details, 2));
        }
        if (why instanceof ViewLeftException) {
            return texts.get("evidence.why.left");
        }
        return texts.get("evidence.why.other", String.valueOf(why.getMessage() == null ? why : why.getMessage()));
    }

    private static String detail(java.util.List<String> details, int number) {
        return number < details.size() ? details.get(number) : "";
    }

    String step(CaptureModel.Standing.Running it) {
        return it.stopping()
                ? texts.get("evidence.step.stopping")
                : texts.get("evidence.step." + key(it.step()), it.done(), it.of());
    }

    /** {@code NOT_IN_CHAIN} is {@code not-in-chain} in the texts. */
    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
