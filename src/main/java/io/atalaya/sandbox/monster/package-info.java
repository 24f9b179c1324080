/** Logs that attack whoever reads them: huge, broken, empty, countless, from the future, and full of what terminals obey. */
@NullMarked
package io.atalaya.sandbox.monster;

import org.jspecify.annotations.NullMarked;
