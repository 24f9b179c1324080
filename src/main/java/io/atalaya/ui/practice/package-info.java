/** The game day: what can be practised, what runs, and afterwards what happened beside what this console said. */
@NullMarked
package io.atalaya.ui.practice;

import org.jspecify.annotations.NullMarked;
