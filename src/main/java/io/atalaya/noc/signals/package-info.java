/** What the console knows, told to the alarm desk: findings, CloudWatch alarms, events of AWS, items of the board. */
@NullMarked
package io.atalaya.noc.signals;

import org.jspecify.annotations.NullMarked;
