/** What this console did: its journal, joined, filtered, verified, exported. */
@NullMarked
package io.atalaya.ui.activity;

import org.jspecify.annotations.NullMarked;
