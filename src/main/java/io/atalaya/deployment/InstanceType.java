package io.atalaya.deployment;

/**
 * Size of a machine (ec2:DescribeInstanceTypes); serves database classes too, without their {@code db.}.
 */
public record InstanceType(String name, int vcpus, long memoryMib) {}
