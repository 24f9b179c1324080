/**
 * Evidence: capsules of what was seen, each signed and chained to the one before it, and their check by somebody who has neither
 * this program's network nor its trust.
 */
@NullMarked
package io.atalaya.evidence;

import org.jspecify.annotations.NullMarked;
