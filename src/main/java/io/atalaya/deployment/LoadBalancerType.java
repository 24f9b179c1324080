package io.atalaya.deployment;

/** The four kinds of balancer. */
public enum LoadBalancerType {
    APPLICATION,
    NETWORK,
    GATEWAY,
    CLASSIC
}
