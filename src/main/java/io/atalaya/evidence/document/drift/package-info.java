/** What differs between a document of before, or a baseline, and now. */
@NullMarked
package io.atalaya.evidence.document.drift;

import org.jspecify.annotations.NullMarked;
