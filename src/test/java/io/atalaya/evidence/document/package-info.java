@NullMarked
package io.atalaya.evidence.document;

import org.jspecify.annotations.NullMarked;
