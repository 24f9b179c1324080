package io.atalaya.ui.acting;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.preflight.Consequence;
import io.atalaya.operate.preflight.Preflight;
import io.atalaya.operate.run.Standing;
import io.atalaya.ui.common.Texts;
import java.util.List;

/** Acts, consequences and verdicts in the reader's language. */
public final class ActTexts {
    private final Texts texts;

    public ActTexts(Texts texts) {
        this.texts = texts;
    }

    /** {@code Stop instance}; the name itself of an act that this program does not know. */
    public String title(String act) {
        var key = "operate.act." + act;
        return texts.containsKey(key) ? texts.get(key) : act;
    }

    /** {@code Stop instance}. */
    public String title(Operation operation) {
        return texts.get(operation.nameKey());
    }

    /** {@code Stop instance AUTOChOp}. */
    public String title(Operation operation, Deployment deployment) {
        return texts.get("acting.titled", title(operation), name(operation.on(), deployment));
    }

    /** What a person calls it. */
    public static String name(ResourceRef ref, Deployment deployment) {
        return deployment.index().find(ref).map(it -> it.name()).orElse(ref.id());
    }

    /** Its sentence. */
    public String sentence(Consequence consequence) {
        return texts.get(consequence.key(), consequence.arguments().toArray());
    }

    public String severity(Consequence consequence) {
        return texts.get("acting.severity." + consequence.severity());
    }

    /** All of it, a sentence a line with its weight before it: what the journal keeps. */
    public List<String> sentences(Preflight preflight) {
        return preflight.consequences().stream()
                .map(it -> severity(it) + ": " + sentence(it))
                .toList();
    }

    /** What is being done about it; nobody accepted what AWS did not answer, or answered with an error of its own. */
    public String phase(Standing standing) {
        var looking = standing.phase() == Standing.Phase.WATCHING && standing.problem() != null;
        return texts.get("acting.phase." + (looking ? "LOOKING" : standing.phase()));
    }

    public String verdict(JournalEntry.Verdict verdict) {
        return texts.get("acting.verdict." + verdict);
    }
}
