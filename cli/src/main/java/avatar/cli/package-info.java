/** The command line a person touches; the script {@code avatar} runs it. */
@NullMarked
package avatar.cli;

import org.jspecify.annotations.NullMarked;
