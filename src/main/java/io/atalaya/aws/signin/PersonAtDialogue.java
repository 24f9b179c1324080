package io.atalaya.aws.signin;

import io.atalaya.connect.DeviceApproval;
import io.atalaya.connect.MfaQuestion;
import io.atalaya.connect.SignInDialogue;
import io.atalaya.connect.SignInStep;
import java.util.List;

/** Somebody who looks at the sign-in view. Belongs to one sign-in and its thread. */
final class PersonAtDialogue implements Person {
    private final SignInDialogue dialogue;
    private final Trouble trouble;
    private List<SignInStep> plan = List.of();
    private int next;

    PersonAtDialogue(SignInDialogue dialogue, Trouble trouble) {
        this.dialogue = dialogue;
        this.trouble = trouble;
    }

    void planned(List<SignInStep> steps) {
        plan = List.copyOf(steps);
        next = 0;
        dialogue.planned(plan);
    }

    @Override
    public void reached(SignInStep.Kind step) {
        for (int index = next; index < plan.size(); index++) {
            if (plan.get(index).kind() == step) {
                next = index + 1;
                dialogue.began(index);
                return;
            }
        }
    }

    @Override
    public String mfaCode(MfaQuestion question) throws InterruptedException {
        return dialogue.mfaCode(question).orElseThrow(() -> trouble.cancelled("multi-factor code"));
    }

    @Override
    public void approveInBrowser(DeviceApproval approval) {
        dialogue.approveInBrowser(approval);
    }

    @Override
    public boolean isThere() {
        return true;
    }
}
