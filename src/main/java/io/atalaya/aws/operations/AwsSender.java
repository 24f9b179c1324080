package io.atalaya.aws.operations;

import io.atalaya.aws.Approval;
import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.ClientFactory;
import io.atalaya.aws.readers.Clients;
import io.atalaya.operate.act.AwsRequest;
import io.atalaya.operate.run.Permit;
import io.atalaya.operate.run.Sender;
import io.atalaya.watch.CallContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Sends an act through the SDK: the request is made of {@link AwsRequest} field by field, carries the approval that opens the
 * write gate once, and is not retried, because a retry of what AWS did do would do it twice.
 */
public final class AwsSender implements Sender {
    private final ClientFactory clients;
    private final AwsProblems problems;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    public AwsSender(ClientFactory clients, AwsProblems problems) {
        this.clients = clients;
        this.problems = problems;
    }

    @Override
    public Sent send(AwsRequest request, Permit permit) {
        if (!used.add(permit.operationId())) {
            throw new IllegalStateException("the permit of " + permit.operationId() + " was used before");
        }
        var context = CallContext.once();
        try {
            var approval = new Approval(request.iamAction(), permit.operationId(), permit::holds);
            var answer = context.call(() -> answer(request, approval));
            return new Sent(ids(answer.responseMetadata().requestId()), null, false, true);
        } catch (Exception e) { // whatever the SDK throws is how it ended
            var left = context.sent().get() > 0;
            var requestId = e instanceof AwsServiceException service ? service.requestId() : null;
            return new Sent(
                    ids(requestId),
                    problems.problem(request.iamAction(), e),
                    left && !Refusals.neverDone(e),
                    left && e instanceof SdkServiceException); // one before it left is of signing in
        }
    }

    private AwsResponse answer(AwsRequest request, Approval approval) {
        var call = Calls.of(request.service(), request.operation());
        var builder = call.request().get();
        RequestFields.fill((SdkPojo) builder, request.parameters());
        builder.overrideConfiguration(AwsRequestOverrideConfiguration.builder()
                .putExecutionAttribute(Approval.ATTRIBUTE, approval)
                .build());
        return call.send().apply(clients(request.region()), builder.build());
    }

    private Clients clients(@Nullable String region) {
        return region == null ? clients : clients.in(region);
    }

    private static List<String> ids(@Nullable String requestId) {
        return requestId == null || requestId.isEmpty() ? List.of() : List.of(requestId);
    }
}
