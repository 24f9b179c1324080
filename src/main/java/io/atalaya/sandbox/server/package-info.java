/** The HTTP side of the local AWS: routing, protocol codecs, faults. */
@NullMarked
package io.atalaya.sandbox.server;

import org.jspecify.annotations.NullMarked;
