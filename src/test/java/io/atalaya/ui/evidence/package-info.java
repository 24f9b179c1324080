@NullMarked
package io.atalaya.ui.evidence;

import org.jspecify.annotations.NullMarked;
