/** Regular expressions on bytes: what their matches must contain, and automata that find them, in time in proportion to the text. */
@NullMarked
package io.atalaya.logs.find.regex;

import org.jspecify.annotations.NullMarked;
