/** The composition root: what the program is made of, started and closed with. */
@NullMarked
package io.atalaya.app;

import org.jspecify.annotations.NullMarked;
