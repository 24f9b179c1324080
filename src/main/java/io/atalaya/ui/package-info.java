/** The screen: what every view is and what it is given. Only this room and {@code app} import JavaFX. */
@NullMarked
package io.atalaya.ui;

import org.jspecify.annotations.NullMarked;
