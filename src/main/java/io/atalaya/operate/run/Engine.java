package io.atalaya.operate.run;

import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What acts run on.
 *
 * @param clock the same one by which the deployment is read
 * @param blocking runs one blocking task per act, in the program never on the thread that asks for it; should outlive the
 *     connection, so that what was sent is still written down
 * @param later for asking again and for patience
 */
public record Engine(InstantSource clock, Executor blocking, Later later) {}
