package io.atalaya.ui.perimeter;

import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;

/**
 * What is asked for.
 *
 * @param text as it is typed and shown: {@code TCP 443}
 * @param detail the name of the port, or where it comes from: {@code HTTPS}
 */
record TrafficChoice(String text, String detail, Protocol protocol, Ports ports) {}
