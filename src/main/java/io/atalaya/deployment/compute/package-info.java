/** Pure rules over machines: which image each came from, whether it is the current one, what a machine has. */
@NullMarked
package io.atalaya.deployment.compute;

import org.jspecify.annotations.NullMarked;
