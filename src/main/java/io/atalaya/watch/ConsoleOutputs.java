package io.atalaya.watch;

import io.atalaya.deployment.ConsoleOutput;
import io.atalaya.deployment.Problem;

/** Asks for the console output of an instance, once, when a person asks. */
@FunctionalInterface
public interface ConsoleOutputs {
    /** What came of it. */
    sealed interface Answer {
        /** EC2 answered; the text may be empty. */
        record Text(ConsoleOutput output) implements Answer {}

        /** It did not. */
        record Failed(Problem problem) implements Answer {}
    }

    /** Blocking; whatever goes wrong is an answer. */
    Answer read(String instanceId);
}
