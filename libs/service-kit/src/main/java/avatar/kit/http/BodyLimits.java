package avatar.kit.http;

import avatar.contract.problem.ErrorCode;

/**
 * The maximum body sizes of a service's requests, in bytes.
 *
 * @param maxBody of any body except forms
 * @param maxForm of {@code multipart/form-data}
 * @param formTooLarge the error code for a larger form
 */
public record BodyLimits(long maxBody, long maxForm, ErrorCode formTooLarge) {}
