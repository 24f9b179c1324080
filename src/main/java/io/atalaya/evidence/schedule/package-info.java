/** Texts by which a computer makes capsules at fixed times: units of systemd, a task of Windows. */
@NullMarked
package io.atalaya.evidence.schedule;

import org.jspecify.annotations.NullMarked;
