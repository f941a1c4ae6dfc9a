/** The command audit: compares the bill of materials with published advisories. */
@NullMarked
package avatar.cli.audit;

import org.jspecify.annotations.NullMarked;
