/**
 * A deployment whose texts attack whoever shows them: names of ten thousand characters, line breaks, bidirectional overrides,
 * control characters, markup, spreadsheet formulas, words that look like "no value", names that several resources share.
 */
@NullMarked
package io.atalaya.sandbox.hostile;

import org.jspecify.annotations.NullMarked;
