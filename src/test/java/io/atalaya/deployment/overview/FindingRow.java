package io.atalaya.deployment.overview;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.atalaya.deployment.Deployment;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.provider.Arguments;

/** One line of the table: a change of the deployment that is well, and what is found besides what it was set up with. */
final class FindingRow {
    /** Where a row says so, the rules must find nothing. */
    static final String NOTHING = "";

    private FindingRow() {}

    static Arguments row(String name, UnaryOperator<Deployment> change, String... expected) {
        return argumentSet(name, change, List.of(expected));
    }
}
