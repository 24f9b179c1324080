/** Parts that every view is built from: state shapes, ages, panels, the six sights, tables, texts. */
@NullMarked
package io.atalaya.ui.common;

import org.jspecify.annotations.NullMarked;
