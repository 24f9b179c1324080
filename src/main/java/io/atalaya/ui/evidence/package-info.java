/** Pictures for capsules: of views and of whole lists, each with who asked, where and when burned in. */
@NullMarked
package io.atalaya.ui.evidence;

import org.jspecify.annotations.NullMarked;
