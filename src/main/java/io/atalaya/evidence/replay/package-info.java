/** What changed between two capsules: claims, rows field by field, what could not be read then and now. */
@NullMarked
package io.atalaya.evidence.replay;

import org.jspecify.annotations.NullMarked;
