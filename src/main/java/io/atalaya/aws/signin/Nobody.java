package io.atalaya.aws.signin;

import io.atalaya.connect.DeviceApproval;
import io.atalaya.connect.MfaQuestion;
import io.atalaya.connect.SignInStep;

/** A refresh wants credentials and no person is at hand: whatever needs one ends as EXPIRED, and the session asks for renewal. */
record Nobody(Trouble trouble) implements Person {
    @Override
    public String mfaCode(MfaQuestion question) {
        throw trouble.needsPerson(
                question.profile(),
                "the session of " + question.roleArn() + " has ended; sign in again, with a code from "
                        + question.mfaSerial());
    }

    @Override
    public void approveInBrowser(DeviceApproval approval) {
        throw new IllegalStateException("nobody is there to approve");
    }

    @Override
    public void reached(SignInStep.Kind step) {
        // nobody looks
    }

    @Override
    public boolean isThere() {
        return false;
    }
}
