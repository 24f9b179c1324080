package io.atalaya.connect;

/** The way in. Implemented in {@code aws}. */
public interface SignIn {
    /**
     * Signs in: blocking, with a person where needed; interrupt to cancel. What was typed or approved stays in the memory of
     * this process, so that another region or window of the same profile asks nobody again while it is valid.
     */
    SignInResult connect(ConnectRequest request, SignInDialogue dialogue);

    /** Forgets what this process knows of a profile's credentials. The AWS CLI's own files are left alone. */
    void forget(String profile);
}
