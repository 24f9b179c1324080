@NullMarked
package io.atalaya.sandbox.world.feed;

import org.jspecify.annotations.NullMarked;
