/** DNS: zones, records and where they lead, health checks by region, failover pairs, and what is answered here. */
@NullMarked
package io.atalaya.ui.dns;

import org.jspecify.annotations.NullMarked;
