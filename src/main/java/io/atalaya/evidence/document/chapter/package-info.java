/** What the document says of a deployment: pure functions of a snapshot. */
@NullMarked
package io.atalaya.evidence.document.chapter;

import org.jspecify.annotations.NullMarked;
