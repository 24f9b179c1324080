@NullMarked
package io.atalaya.evidence.stamp;

import org.jspecify.annotations.NullMarked;
