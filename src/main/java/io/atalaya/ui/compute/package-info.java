/** Machines: instances, images and where they come from, launch templates, scaling groups, Elastic IPs, volumes. */
@NullMarked
package io.atalaya.ui.compute;

import org.jspecify.annotations.NullMarked;
