package io.atalaya.aws.logs;

import io.atalaya.aws.readers.Clients;
import io.atalaya.deployment.Problem;
import io.atalaya.logs.tail.FilterPatterns;
import io.atalaya.watch.CallContext;
import io.atalaya.watch.Priority;
import io.atalaya.watch.ProblemMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;

/** {@code TestMetricFilter}, which makes no metric filter: it says which of the messages sent along match. */
public final class TestedPatterns implements FilterPatterns {
    /** As IAM names it. */
    public static final String CALL = "logs:TestMetricFilter";

    private static final int MOST_SAMPLES = 50;

    private final Supplier<? extends Clients> clients;
    private final ProblemMapper problems;

    public TestedPatterns(Supplier<? extends Clients> clients, ProblemMapper problems) {
        this.clients = clients;
        this.problems = problems;
    }

    @Override
    public Answer test(String pattern, List<String> samples) {
        try {
            return new CallContext(Priority.CLICK, 0).call(() -> ask(pattern, samples));
        } catch (Exception e) { // whatever the SDK throws is an answer
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            var problem = problems.problem(CALL, e);
            return e instanceof InvalidParameterException || problem.kind() == Problem.Kind.INVALID_REQUEST
                    ? new Answer.Invalid(problem.message())
                    : new Answer.Failed(problem);
        }
    }

    private Answer ask(String pattern, List<String> samples) {
        var sent = samples.stream()
                .filter(sample -> !sample.isEmpty()) // AWS takes none
                .limit(MOST_SAMPLES)
                .toList();
        var messages = sent.isEmpty() ? List.of("-") : sent;
        var answer = clients.get().logs().testMetricFilter(request -> request.filterPattern(pattern)
                .logEventMessages(messages));
        var matching = new ArrayList<String>();
        answer.matches().forEach(match -> {
            if (!sent.isEmpty() && match.eventMessage() != null) {
                matching.add(match.eventMessage());
            }
        });
        return new Answer.Valid(matching, sent.size());
    }
}
