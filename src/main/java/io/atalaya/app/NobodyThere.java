package io.atalaya.app;

import io.atalaya.connect.DeviceApproval;
import io.atalaya.connect.MfaQuestion;
import io.atalaya.connect.SignInDialogue;
import io.atalaya.connect.SignInStep;
import java.util.List;
import java.util.Optional;

/** The person of a sign-in without a window: answers no question, so that what needs a person ends with a clear problem. */
final class NobodyThere implements SignInDialogue {
    @Override
    public void planned(List<SignInStep> steps) {
        // nobody looks
    }

    @Override
    public void began(int index) {
        // nobody looks
    }

    @Override
    public Optional<String> mfaCode(MfaQuestion question) {
        return Optional.empty();
    }

    @Override
    public void approveInBrowser(DeviceApproval approval) {
        // nobody approves: the caller bounds the wait
    }
}
