@NullMarked
package io.atalaya.evidence.schedule;

import org.jspecify.annotations.NullMarked;
