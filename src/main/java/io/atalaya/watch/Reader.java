package io.atalaya.watch;

import io.atalaya.deployment.Deployment;
import java.util.List;
import java.util.function.Consumer;

/** Asks AWS for one part. Implemented in {@code aws}; blocking, interruptible. */
@FunctionalInterface
public interface Reader<T> {
    /**
     * Reads everything, handing over each page as it arrives; returning normally means that all was read.
     *
     * @param known what is known already, for the parts this one needs
     * @throws Exception as the client throws it; a {@link ProblemMapper} makes a problem of it
     */
    void read(Deployment known, Consumer<List<T>> page) throws Exception;
}
