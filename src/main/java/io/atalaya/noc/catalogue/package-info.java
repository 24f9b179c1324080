/** What a Network Operations Center watches: items, where their numbers come from, and when they are bad. Read from files. */
@NullMarked
package io.atalaya.noc.catalogue;

import org.jspecify.annotations.NullMarked;
