package io.atalaya.deployment.overview;

import java.util.stream.Stream;

/** Finds one sort of trouble. Pure: the same situation gives the same findings. */
@FunctionalInterface
interface Rule {
    Stream<Finding> find(Situation situation);
}
