/** The first view: the request path in one strip, what needs attention, key figures, what changed, how fresh it all is. */
@NullMarked
package io.atalaya.ui.overview;

import org.jspecify.annotations.NullMarked;
