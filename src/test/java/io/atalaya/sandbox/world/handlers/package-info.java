/** Tests of the operations, asked directly. */
@NullMarked
package io.atalaya.sandbox.world.handlers;

import org.jspecify.annotations.NullMarked;
