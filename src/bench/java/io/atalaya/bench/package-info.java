/** Measurements that decisions rest on. Run by hand; not part of the tests. */
@NullMarked
package io.atalaya.bench;

import org.jspecify.annotations.NullMarked;
