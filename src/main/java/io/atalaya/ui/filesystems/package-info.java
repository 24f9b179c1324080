/** File systems: size and growth, throughput and credits, mount targets, access points and policies. */
@NullMarked
package io.atalaya.ui.filesystems;

import org.jspecify.annotations.NullMarked;
