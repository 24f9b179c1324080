/**
 * What a connection is: profiles, how one signs in, who one is afterwards, how long that lasts, how good the line is. Records
 * and ports only; {@code aws} and {@code app} implement them, {@code ui} uses them. Knows no AWS SDK and no JavaFX.
 */
@NullMarked
package io.atalaya.connect;

import org.jspecify.annotations.NullMarked;
