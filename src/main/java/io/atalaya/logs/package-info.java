/** Reading logs so that nothing is lost and everything that could be is said: what all parts of the room speak of. */
@NullMarked
package io.atalaya.logs;

import org.jspecify.annotations.NullMarked;
