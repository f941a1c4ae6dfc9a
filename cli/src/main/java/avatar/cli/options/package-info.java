/** What is to be said, how, and what the movie of it is to be: as options and as the API's JSON. */
@NullMarked
package avatar.cli.options;

import org.jspecify.annotations.NullMarked;
