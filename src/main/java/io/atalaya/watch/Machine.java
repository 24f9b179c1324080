package io.atalaya.watch;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What the refresh loop runs on. Tests have one with a clock of its own and no threads.
 *
 * @param clock tells the time of requests
 * @param scheduler does things later
 * @param reads runs one blocking read per task: a virtual thread each
 * @param random for jitter only
 */
public record Machine(InstantSource clock, Scheduler scheduler, Executor reads, RandomGenerator random) {}
