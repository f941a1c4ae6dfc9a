package avatar.cli.audit;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avatar audit}: names the libraries of this build that published advisories concern. */
@Command(
        name = "audit",
        description = "Compares the libraries of this build with a local copy of published advisories (OSV).",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class AuditCommand implements Callable<Integer> {

    private static final int FOUND = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--advisories",
            required = true,
            paramLabel = "FOLDER",
            description =
                    "OSV files, or a zip of them: https://osv-vulnerabilities.storage.googleapis.com/Maven/all.zip")
    @SuppressWarnings("NullAway.Init") // required
    private Path advisories;

    @Option(
            names = "--sbom",
            paramLabel = "FILE",
            description = "The bill of materials, CycloneDX as JSON (default: that of this build).")
    private @Nullable Path sbom;

    @Override
    public Integer call() {
        Path bom = sbom == null ? Path.of(System.getProperty("avatar.root", "."), "target", "bom.json") : sbom;
        Map<String, List<Component>> components = new HashMap<>();
        List<Component> all = Component.of(bom);
        all.forEach(component -> components
                .computeIfAbsent(component.name(), name -> new ArrayList<>())
                .add(component));
        List<Advisory.Finding> findings = new ArrayList<>();
        int read = Advisories.forEach(
                advisories,
                advisory -> advisory.names().stream()
                        .distinct()
                        .flatMap(name -> components.getOrDefault(name, List.of()).stream())
                        .forEach(component -> advisory.about(component).ifPresent(findings::add)));
        report(findings);
        spec.commandLine()
                .getOut()
                .println("%d of %d libraries are concerned by %d of %d advisories"
                        .formatted(
                                findings.stream()
                                        .map(Advisory.Finding::component)
                                        .distinct()
                                        .count(),
                                all.size(),
                                findings.stream()
                                        .map(Advisory.Finding::id)
                                        .distinct()
                                        .count(),
                                read));
        return findings.isEmpty() ? 0 : FOUND;
    }

    private void report(List<Advisory.Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        findings.sort(Comparator.comparing(Advisory.Finding::component).thenComparing(Advisory.Finding::id));
        for (Advisory.Finding finding : findings) {
            String remedy = finding.fixedIn().map("fixed in %s"::formatted).orElse("not fixed yet");
            out.println("%s: %s, %s: %s".formatted(finding.component(), finding.id(), remedy, finding.summary()));
        }
    }
}
