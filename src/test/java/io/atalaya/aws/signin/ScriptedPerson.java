package io.atalaya.aws.signin;

import io.atalaya.connect.DeviceApproval;
import io.atalaya.connect.MfaQuestion;
import io.atalaya.connect.SignInDialogue;
import io.atalaya.connect.SignInStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Answers as the test says, and remembers what was asked. */
final class ScriptedPerson implements SignInDialogue {
    final Deque<Function<MfaQuestion, Optional<String>>> codes = new ArrayDeque<>();
    final List<MfaQuestion> questions = new ArrayList<>();
    final List<DeviceApproval> approvals = new ArrayList<>();
    final List<SignInStep> plan = new ArrayList<>();
    final List<SignInStep.Kind> steps = new ArrayList<>();
    Consumer<DeviceApproval> browser = approval -> {};

    @Override
    public void planned(List<SignInStep> newPlan) {
        plan.clear();
        plan.addAll(newPlan);
    }

    @Override
    public void began(int index) {
        steps.add(plan.get(index).kind());
    }

    @Override
    public Optional<String> mfaCode(MfaQuestion question) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        questions.add(question);
        return codes.isEmpty() ? Optional.empty() : codes.removeFirst().apply(question);
    }

    @Override
    public void approveInBrowser(DeviceApproval approval) {
        approvals.add(approval);
        browser.accept(approval);
    }
}
