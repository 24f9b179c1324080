/** What CloudWatch keeps of an alarm. */
@NullMarked
package io.atalaya.noc.alarms;

import org.jspecify.annotations.NullMarked;
