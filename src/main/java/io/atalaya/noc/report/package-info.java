/** The hand-over of a shift: what fired, who took it, what is still open. */
@NullMarked
package io.atalaya.noc.report;

import org.jspecify.annotations.NullMarked;
