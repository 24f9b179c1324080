package io.atalaya.ui;

import io.atalaya.deployment.ResourceRef;

/** A {@link View} that can go to a resource it shows. */
public interface Reveals {
    /** Selects the resource and brings it into sight; false when this view does not show it. */
    boolean reveal(ResourceRef resource);
}
