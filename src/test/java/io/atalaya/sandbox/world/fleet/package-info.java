@NullMarked
package io.atalaya.sandbox.world.fleet;

import org.jspecify.annotations.NullMarked;
