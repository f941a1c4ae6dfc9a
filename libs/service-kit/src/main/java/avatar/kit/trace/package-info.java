/** Traces: what one request does in several processes, as spans that OpenTelemetry collectors put together. */
@NullMarked
package avatar.kit.trace;

import org.jspecify.annotations.NullMarked;
