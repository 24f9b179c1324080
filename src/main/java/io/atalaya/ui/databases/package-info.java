/** Databases: instances and clusters, what they store, what can be restored, what is going to happen to them. */
@NullMarked
package io.atalaya.ui.databases;

import org.jspecify.annotations.NullMarked;
