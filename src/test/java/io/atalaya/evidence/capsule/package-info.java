@NullMarked
package io.atalaya.evidence.capsule;

import org.jspecify.annotations.NullMarked;
