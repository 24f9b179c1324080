@NullMarked
package io.atalaya.evidence.replay;

import org.jspecify.annotations.NullMarked;
