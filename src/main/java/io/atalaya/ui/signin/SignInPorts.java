package io.atalaya.ui.signin;

import io.atalaya.connect.ProfileDirectory;
import io.atalaya.connect.RecentConnections;
import io.atalaya.connect.Regions;
import io.atalaya.connect.SignIn;

/** What the sign-in is made over. */
public record SignInPorts(ProfileDirectory profiles, Regions regions, RecentConnections recents, SignIn signIn) {}
