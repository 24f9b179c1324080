/** The service-architecture document as a value: chapters, tables, figures, and what was read when. */
@NullMarked
package io.atalaya.evidence.document;

import org.jspecify.annotations.NullMarked;
