/** Claims that somebody makes of a deployment, judged by what was read: pass, fail, or cannot tell, each with its data. */
@NullMarked
package io.atalaya.evidence.claim;

import org.jspecify.annotations.NullMarked;
