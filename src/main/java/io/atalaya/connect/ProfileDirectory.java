package io.atalaya.connect;

/** The AWS CLI's files of this computer. */
@FunctionalInterface
public interface ProfileDirectory {
    /** Reads the files now; they are small, and somebody may just have edited them. Never throws for what is in them. */
    ProfileListing read();
}
