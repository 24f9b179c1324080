/** The deployment of the CITSmart Cloud Platform document: Docker on six hosts over three zones of São Paulo, and its NOC. */
@NullMarked
package io.atalaya.sandbox.world.citsmart;

import org.jspecify.annotations.NullMarked;
