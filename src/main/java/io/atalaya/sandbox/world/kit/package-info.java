/** What every deployment of the sandbox is built with: publishers of metrics, voices at a rate, alarms, log groups, demand. */
@NullMarked
package io.atalaya.sandbox.world.kit;

import org.jspecify.annotations.NullMarked;
