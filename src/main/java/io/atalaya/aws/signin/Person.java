package io.atalaya.aws.signin;

import io.atalaya.connect.DeviceApproval;
import io.atalaya.connect.MfaQuestion;
import io.atalaya.connect.SignInStep;

/** Who can be asked while credentials are fetched: somebody at a dialogue, or nobody because a refresh is running. */
interface Person {
    /** @throws io.atalaya.aws.ProblemException EXPIRED when nobody is there, CANCELLED when the person would not */
    String mfaCode(MfaQuestion question) throws InterruptedException;

    void approveInBrowser(DeviceApproval approval);

    /** A step begins. */
    void reached(SignInStep.Kind step);

    boolean isThere();
}
