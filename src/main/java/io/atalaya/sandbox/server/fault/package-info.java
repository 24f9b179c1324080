/** What goes wrong on purpose: a plan that strikes chosen calls. */
@NullMarked
package io.atalaya.sandbox.server.fault;

import org.jspecify.annotations.NullMarked;
