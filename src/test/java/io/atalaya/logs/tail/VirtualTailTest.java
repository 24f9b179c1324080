package io.atalaya.logs.tail;

import static io.atalaya.logs.tail.VirtualTail.APP;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Gap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A tail of one group in virtual time, and what is asked of it. */
abstract class VirtualTailTest {
    final VirtualTail tail = new VirtualTail(TailPlan.of(List.of(APP)));
    final ScriptedLogs logs = tail.logs;

    @AfterEach
    void close() {
        tail.close();
    }

    /** A line a second, told half a second later. */
    void writeFor(int seconds) {
        for (int i = 0; i < seconds; i++) {
            logs.write(APP, "s" + i % 3, tail.now(), 500, "line " + logs.written.size());
            tail.pass(1);
        }
    }

    List<Gap> gaps(Cause cause) {
        return tail.ledger.gaps().stream().filter(gap -> gap.cause() == cause).toList();
    }

    static Problem problem(Problem.Kind kind, VirtualTail tail) {
        return ScriptedLogs.problem(kind, tail.time);
    }
}
