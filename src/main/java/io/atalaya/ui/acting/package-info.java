/** The screens of acting: arming, choosing, filling in, confirming, watching and being told how it ended. */
@NullMarked
package io.atalaya.ui.acting;

import org.jspecify.annotations.NullMarked;
