@NullMarked
package io.atalaya.evidence.verify;

import org.jspecify.annotations.NullMarked;
