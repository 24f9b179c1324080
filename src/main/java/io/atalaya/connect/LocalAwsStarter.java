package io.atalaya.connect;

import java.io.IOException;

/** Starts the sandbox, or finds it running. Implemented in {@code app}, the only room that knows the sandbox. */
@FunctionalInterface
public interface LocalAwsStarter {
    /**
     * Called again when its credentials end: gives others then.
     *
     * @param deployment name of a deployment of the sandbox
     * @throws IllegalArgumentException when there is none of that name; the message lists those there are
     */
    LocalAws start(String deployment) throws IOException, InterruptedException;
}
