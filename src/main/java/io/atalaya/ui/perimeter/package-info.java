/** The view of the perimeter: what groups and ACLs say, and who can reach what. */
@NullMarked
package io.atalaya.ui.perimeter;

import org.jspecify.annotations.NullMarked;
