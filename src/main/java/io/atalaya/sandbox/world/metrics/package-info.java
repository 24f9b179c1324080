/** Metrics as functions of time, and the alarms that watch them. */
@NullMarked
package io.atalaya.sandbox.world.metrics;

import org.jspecify.annotations.NullMarked;
