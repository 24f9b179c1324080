/** The document as Markdown, HTML, PDF and JSON. */
@NullMarked
package io.atalaya.evidence.document.print;

import org.jspecify.annotations.NullMarked;
