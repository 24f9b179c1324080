/** The log reader: rows of several groups in order of time, what is missing in its place, and everything one does with them. */
@NullMarked
package io.atalaya.ui.logs;

import org.jspecify.annotations.NullMarked;
