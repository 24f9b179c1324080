package io.atalaya.sandbox.world.sim;

/**
 * The account and region a world stands for.
 *
 * @param id twelve digits
 * @param alias the name {@code ListAccountAliases} answers
 * @param region e.g. {@code us-east-1}
 */
public record Account(String id, String alias, String region) {
    /** {@code arn:aws:service:region:account:resource}. */
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ':' + region + ':' + id + ':' + resource;
    }

    /** An ARN of a service without regions (IAM, STS). */
    public String globalArn(String service, String resource) {
        return "arn:aws:" + service + "::" + id + ':' + resource;
    }
}
