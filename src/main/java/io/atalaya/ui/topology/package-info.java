/** The topology view: the request paths on a plane that pans and zooms, and does not move by itself. */
@NullMarked
package io.atalaya.ui.topology;

import org.jspecify.annotations.NullMarked;
