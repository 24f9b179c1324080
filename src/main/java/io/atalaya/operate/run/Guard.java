package io.atalaya.operate.run;

import java.util.function.Supplier;

/**
 * What stands before every act.
 *
 * @param arming of this deployment
 * @param protection as the settings have it when asked
 */
public record Guard(Arming arming, Supplier<Protection> protection) {}
