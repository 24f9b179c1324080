/** The operations the sandbox answers, one small class for each family of resources. */
@NullMarked
package io.atalaya.sandbox.world.handlers;

import org.jspecify.annotations.NullMarked;
