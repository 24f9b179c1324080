/** CloudWatch's memory of its alarms. */
@NullMarked
package io.atalaya.aws.alarms;

import org.jspecify.annotations.NullMarked;
