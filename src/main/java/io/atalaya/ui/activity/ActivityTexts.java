package io.atalaya.ui.activity;

import io.atalaya.deployment.State;
import io.atalaya.operate.journal.JournalCheck;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.ui.acting.ActTexts;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;

/** How acts and the chain read. */
final class ActivityTexts {
    private final Texts texts;
    private final ActTexts acts;

    ActivityTexts(Texts texts) {
        this.texts = texts;
        this.acts = new ActTexts(texts);
    }

    /** Shape and word of how it stands. */
    Seen ending(ActivityRow row) {
        return Seen.current(state(row.ending()), texts.get("activity.ending." + row.ending()));
    }

    private static State state(ActivityRow.Ending ending) {
        return switch (ending) {
            case DONE -> State.HEALTHY;
            case UNDER_WAY, ACCEPTED -> State.CHANGING;
            case REFUSED, FAILED -> State.FAILED;
            case UNKNOWN, NOT_SENT -> State.UNKNOWN;
        };
    }

    String act(ActivityRow row) {
        return acts.title(row.intent().act());
    }

    /** {@code m.rojas} of a caller's ARN: the person or the session. */
    static String who(ActivityRow row) {
        var arn = row.intent().caller();
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** Of an ARN what comes after account and region: its beginning is always the same. */
    static String resource(ActivityRow row) {
        var fields = row.intent().resource().split(":", 6);
        return fields.length == 6 && fields[0].equals("arn")
                ? fields[5]
                : row.intent().resource();
    }

    /** {@code 111122223333 · us-east-1}, and the endpoint where that is not AWS. */
    static String where(JournalEntry entry) {
        var endpoint = entry.endpoint();
        return entry.account() + " · " + entry.region() + (endpoint == null ? "" : " · " + endpoint);
    }

    /** A journal without entries proves nothing. */
    static State state(JournalCheck check) {
        if (check.broken() != null) {
            return State.FAILED;
        }
        if (!check.torn().isEmpty()) {
            return State.DEGRADED;
        }
        return check.entries().isEmpty() ? State.UNKNOWN : State.HEALTHY;
    }

    /** {@code Chain verifies, 214 entries}, or the first bad line. */
    String chain(JournalCheck check) {
        var broken = check.broken();
        var units = new Units(texts.getLocale());
        if (broken != null) {
            return texts.get(
                    "activity.chain.broken",
                    units.count(broken.line()),
                    texts.get("activity.fault." + broken.fault()),
                    units.count(check.entries().size()));
        }
        if (check.entries().isEmpty()) {
            return texts.get("activity.chain.empty");
        }
        return check.torn().isEmpty()
                ? texts.get("activity.chain.whole", check.entries().size())
                : texts.get(
                        "activity.chain.torn",
                        check.entries().size(),
                        String.join(
                                ", ", check.torn().stream().map(String::valueOf).toList()));
    }
}
