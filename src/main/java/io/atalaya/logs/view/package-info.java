/** What a screen reads of a log: rows by number, counts, and where the next error is, without ever waiting. */
@NullMarked
package io.atalaya.logs.view;

import org.jspecify.annotations.NullMarked;
