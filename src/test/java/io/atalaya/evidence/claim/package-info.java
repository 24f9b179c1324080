@NullMarked
package io.atalaya.evidence.claim;

import org.jspecify.annotations.NullMarked;
