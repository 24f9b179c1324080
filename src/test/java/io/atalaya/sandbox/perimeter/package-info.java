/** Faults of the perimeter and of targets, each by its name, for whoever has to find out what they are. */
@NullMarked
package io.atalaya.sandbox.perimeter;

import org.jspecify.annotations.NullMarked;
