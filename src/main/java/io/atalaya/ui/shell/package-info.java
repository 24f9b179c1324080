/** What stands around every view: rail, bars, palette, settings, windows. Knows no view by name; they are registered. */
@NullMarked
package io.atalaya.ui.shell;

import org.jspecify.annotations.NullMarked;
