/** A company with as many instances as one likes: made from a seed, for benchmarks and for seeing whether a view holds. */
@NullMarked
package io.atalaya.sandbox.world.fleet;

import org.jspecify.annotations.NullMarked;
