/** The inspector: everything known of one resource, and the ways to what belongs to it. Used by every view. */
@NullMarked
package io.atalaya.ui.inspector;

import org.jspecify.annotations.NullMarked;
