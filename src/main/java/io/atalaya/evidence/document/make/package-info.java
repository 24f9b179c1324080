/** The whole way from a snapshot to files, for the command line and the window alike. */
@NullMarked
package io.atalaya.evidence.document.make;

import org.jspecify.annotations.NullMarked;
