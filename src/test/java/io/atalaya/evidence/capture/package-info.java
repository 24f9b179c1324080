@NullMarked
package io.atalaya.evidence.capture;

import org.jspecify.annotations.NullMarked;
