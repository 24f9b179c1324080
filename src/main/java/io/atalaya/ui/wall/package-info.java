/** The wall: the whole deployment on a second monitor, readable at four metres, for days, without a hand on it. */
@NullMarked
package io.atalaya.ui.wall;

import org.jspecify.annotations.NullMarked;
