/** Tails: log groups read as they are written, by Live Tail or polling, with a sweep behind that finds what was missed. */
@NullMarked
package io.atalaya.logs.tail;

import org.jspecify.annotations.NullMarked;
