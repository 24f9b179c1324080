/**
 * Whether CloudTrail, which AWS keeps, says the same as the journal, which this console keeps. Pure rules over events; what asks
 * for them is a port.
 */
@NullMarked
package io.atalaya.operate.trail;

import org.jspecify.annotations.NullMarked;
