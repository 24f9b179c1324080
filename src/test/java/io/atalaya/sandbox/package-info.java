/** Tests of the sandbox as a whole. */
@NullMarked
package io.atalaya.sandbox;

import org.jspecify.annotations.NullMarked;
