/** Speech in a file: a video rendered by a running system or in this process, or a sound made in this process. */
@NullMarked
package avatar.cli.render;

import org.jspecify.annotations.NullMarked;
