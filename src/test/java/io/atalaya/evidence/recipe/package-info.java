@NullMarked
package io.atalaya.evidence.recipe;

import org.jspecify.annotations.NullMarked;
