/** A local AWS on 127.0.0.1. Nothing but {@code app} and tests may import it; it imports no other room. */
@NullMarked
package io.atalaya.sandbox;

import org.jspecify.annotations.NullMarked;
