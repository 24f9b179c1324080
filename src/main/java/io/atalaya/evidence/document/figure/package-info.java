/** The two diagrams, laid out on paper: the way of a request, and the perimeter. */
@NullMarked
package io.atalaya.evidence.document.figure;

import org.jspecify.annotations.NullMarked;
