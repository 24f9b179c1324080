package io.atalaya.noc.probe;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of a probe.
 *
 * @param wall dates results, and judges certificates
 * @param nanos measures; runs forward only, in ns
 */
public record Clocks(InstantSource wall, LongSupplier nanos) {}
