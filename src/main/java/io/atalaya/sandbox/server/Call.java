package io.atalaya.sandbox.server;

import java.time.Instant;

/**
 * What is known about the request an operation answers, beside its parameters.
 *
 * @param service the signing name in the credential scope ({@code ec2}, {@code rds}, {@code elasticloadbalancing} ...)
 * @param operation the wire name ({@code DescribeDBInstances})
 * @param region the region in the credential scope; {@code us-east-1} for unsigned calls
 * @param accessKeyId who signed; empty for unsigned calls
 * @param requestId the id the answer will carry
 * @param time when the request arrived, by the world's clock
 */
public record Call(
        String service, String operation, String region, String accessKeyId, String requestId, Instant time) {}
