package avatar.kit.http;

import avatar.contract.problem.ErrorCode;

/**
 * How large the bodies of a service's requests may be, in bytes.
 *
 * @param maxBody of any body but a form
 * @param maxForm of {@code multipart/form-data}
 * @param formTooLarge the code of a form beyond that
 */
public record BodyLimits(long maxBody, long maxForm, ErrorCode formTooLarge) {}
