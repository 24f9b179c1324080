/** What every simulated thing is made of: dice, tables, a timeline, intervals of time. Knows no AWS service. */
@NullMarked
package io.atalaya.sandbox.world.sim;

import org.jspecify.annotations.NullMarked;
