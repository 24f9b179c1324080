/** Arming, confirming, writing down, sending, watching and judging: the one way out. */
@NullMarked
package io.atalaya.operate.run;

import org.jspecify.annotations.NullMarked;
