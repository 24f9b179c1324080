/** The way in: profiles of this computer, region, code, browser, and what to do when it does not work. */
@NullMarked
package io.atalaya.ui.signin;

import org.jspecify.annotations.NullMarked;
