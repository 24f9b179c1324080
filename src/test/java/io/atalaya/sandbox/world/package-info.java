/** Tests of the simulated account. */
@NullMarked
package io.atalaya.sandbox.world;

import org.jspecify.annotations.NullMarked;
