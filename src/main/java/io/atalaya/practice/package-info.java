/**
 * Game days: incidents on a simulated deployment, and afterwards what truly happened beside what this console said of it. Knows
 * neither the sandbox nor the screen: {@link io.atalaya.practice.Practice} is the port that {@code app} implements over the
 * sandbox.
 */
@NullMarked
package io.atalaya.practice;

import org.jspecify.annotations.NullMarked;
