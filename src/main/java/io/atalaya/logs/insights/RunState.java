package io.atalaya.logs.insights;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.insights.InsightsQueries.Phase;

/** How a query fares. */
public sealed interface RunState {
    /** Whether nothing more will come. */
    boolean over();

    /** It was sent, CloudWatch has not taken it yet. */
    record Starting() implements RunState {
        @Override
        public boolean over() {
            return false;
        }
    }

    /**
     * CloudWatch works.
     *
     * @param table what was found so far: may still change
     */
    record Running(Phase phase, ResultTable table, Statistics statistics) implements RunState {
        @Override
        public boolean over() {
            return false;
        }
    }

    /**
     * CloudWatch has ended it: completely, or by a failure or limit of its own, or because somebody stopped it.
     *
     * @param table what was found until then
     */
    record Ended(Phase phase, ResultTable table, Statistics statistics) implements RunState {
        @Override
        public boolean over() {
            return true;
        }
    }

    /** It could not be asked, or its results could not be read. */
    record Failed(Problem problem) implements RunState {
        @Override
        public boolean over() {
            return true;
        }
    }
}
