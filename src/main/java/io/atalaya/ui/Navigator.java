package io.atalaya.ui;

import io.atalaya.deployment.ResourceRef;

/** Ways from one view to another. */
public interface Navigator {
    /** Shows a view by its id ({@code overview}, {@code topology}, {@code compute}). */
    void show(String viewId);

    /** Shows a resource: the topology with the inspector open on it, or the inspector of the view at hand. */
    void reveal(ResourceRef resource);

    /** Shows who can reach what, and why not. Nowhere where there is no such view. */
    default void ask(Reach question) {}
}
