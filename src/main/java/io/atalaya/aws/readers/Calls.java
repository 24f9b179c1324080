package io.atalaya.aws.readers;

import io.atalaya.watch.CallFailedException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says which call failed, in the sources that make several. */
final class Calls {
    private Calls() {}

    /**
     * What {@code body} answers.
     *
     * @param call as IAM names it
     * @throws CallFailedException naming the call, with what the client threw
     */
    static <T> T named(String call, Supplier<T> body) throws CallFailedException {
        try {
            return body.get();
        } catch (AbortedException interrupted) {
            throw interrupted;
        } catch (SdkException failed) {
            throw new CallFailedException(call, failed);
        }
    }
}
