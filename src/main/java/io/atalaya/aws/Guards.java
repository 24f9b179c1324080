package io.atalaya.aws;

import io.atalaya.aws.readers.UnchangedPages;
import io.atalaya.connect.VetoLog;
import io.atalaya.watch.CallPermits;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** What stands at the door of every client, in this order: a vetoed call takes no permit and is no call. */
public record Guards(WriteGate gate, BudgetInterceptor budget, CallRecorder recorder) {
    public static Guards of(VetoLog vetoes, CallPermits permits, CallLog calls, InstantSource clock) {
        return new Guards(
                new WriteGate(ReadList.shipped(), vetoes, clock),
                new BudgetInterceptor(permits),
                new CallRecorder(calls, clock));
    }

    List<ExecutionInterceptor> inOrder() {
        // the SDK gives answers to the last interceptor first: the recorder sees what AWS sent
        return List.of(gate, budget, new UnchangedPages(), recorder);
    }
}
