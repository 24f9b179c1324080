/** Pure rules of the overview: the request path in one strip, what needs attention, key figures, what changed. */
@NullMarked
package io.atalaya.deployment.overview;

import org.jspecify.annotations.NullMarked;
