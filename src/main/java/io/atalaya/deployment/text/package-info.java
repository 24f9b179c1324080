/** Texts for other programs. */
@NullMarked
package io.atalaya.deployment.text;

import org.jspecify.annotations.NullMarked;
