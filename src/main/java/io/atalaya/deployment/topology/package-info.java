/** The request paths of a deployment as a graph, from DNS to the data, and where on a plane each thing of it stands. Pure. */
@NullMarked
package io.atalaya.deployment.topology;

import org.jspecify.annotations.NullMarked;
