package io.atalaya.app;

import io.atalaya.practice.Exercise;
import io.atalaya.practice.Happened;
import io.atalaya.practice.Outcome;
import io.atalaya.practice.Practice;
import io.atalaya.practice.Run;
import io.atalaya.sandbox.scenario.Course;
import io.atalaya.sandbox.scenario.Scenarios;
import io.atalaya.sandbox.scenario.Start;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The game day's port over a sandbox's scenarios: the same things in the console's own words. */
final class SandboxPractice implements Practice {
    private final Scenarios scenarios;
    private final Instant since;

    SandboxPractice(Scenarios scenarios, Instant since) {
        this.scenarios = scenarios;
        this.since = since;
    }

    @Override
    public Instant since() {
        return since;
    }

    @Override
    public List<Exercise> exercises() {
        return scenarios.offers().stream()
                .map(each -> new Exercise(
                        each.scenario(),
                        each.length(),
                        each.lack() == null ? null : each.lack().name()))
                .toList();
    }

    @Override
    public Outcome start(String exercise) {
        return switch (scenarios.start(exercise)) {
            case Start.Started started -> new Outcome.Started();
            case Start.Busy busy -> new Outcome.Busy(busy.scenario());
            case Start.Unfit unfit -> new Outcome.Unfit(unfit.lack().name());
        };
    }

    @Override
    public void stop() {
        scenarios.stop();
    }

    @Override
    public Optional<Run> run() {
        return scenarios.course().map(SandboxPractice::run);
    }

    private static Run run(Course course) {
        return new Run(
                course.scenario(),
                course.startedAt(),
                course.stoppedAt(),
                course.byItself(),
                course.healedAt(),
                course.truths().stream()
                        .map(each -> new Happened(each.at(), each.what().name(), each.about(), each.arguments()))
                        .toList());
    }
}
