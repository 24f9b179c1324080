/** What goes into a capsule: what AWS answered, the model made of it, all rows of every list, and what must not leave. */
@NullMarked
package io.atalaya.evidence.capture;

import org.jspecify.annotations.NullMarked;
