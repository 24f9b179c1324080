/** Time stamps of an authority (RFC 3161): asked for, and checked. */
@NullMarked
package io.atalaya.evidence.stamp;

import org.jspecify.annotations.NullMarked;
