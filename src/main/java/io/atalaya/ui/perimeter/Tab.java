package io.atalaya.ui.perimeter;

/** What of the perimeter is looked at. */
enum Tab {
    ASK,
    GROUPS,
    ACLS,
    WORLD,
    MATRIX,
    FINDINGS,
    DIFFERENCES
}
