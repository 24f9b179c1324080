package io.atalaya.noc.catalogue;

/** Which items stand together on a screen. */
public enum ItemGroup {
    HOST,
    CONTAINERS,
    HTTP,
    JVM,
    DATABASE,
    SEARCH,
    FILES;

    /** Key of its heading: {@code noc.group.HOST}. */
    public String nameKey() {
        return "noc.group." + name();
    }
}
