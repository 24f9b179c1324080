/** Log events on disk: append-only segments with an index, read in order of time, surviving the end of the program. */
@NullMarked
package io.atalaya.logs.store;

import org.jspecify.annotations.NullMarked;
