/** The options of text, voice and video file, and their form in requests to the API. */
@NullMarked
package avatar.cli.options;

import org.jspecify.annotations.NullMarked;
