package avatar.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard and the alerts ask for figures that the services have, of the services that run. */
class MonitoringTest {

    private static final String PROMETHEUS = "deploy/monitoring/prometheus/prometheus.yml";
    private static final String ALERTS = "deploy/monitoring/prometheus/alerts.yml";
    private static final String DASHBOARD = "deploy/monitoring/grafana/dashboards/live-avatar.json";

    private static final Pattern METRIC = Pattern.compile("\\bavatar_\\w+");
    private static final Pattern LITERAL = Pattern.compile("\"(avatar\\.[a-z.]+)\"");

    /** What Prometheus' names have beyond the services' own. */
    private static final Pattern SUFFIX = Pattern.compile("(_total|_seconds_(sum|count|max))$");

    @Test
    void askForMetricsOfTheServices() throws IOException {
        Set<String> measured = literals();
        Set<String> asked = new TreeSet<>();
        for (String expression : expressions()) {
            METRIC.matcher(expression).results().forEach(found -> asked.add(found.group()));
        }

        assertThat(asked)
                .contains("avatar_compositor_viewers", "avatar_tts_first_segment_seconds_sum")
                .allSatisfy(metric -> assertThat(measured).anyMatch(literal -> isOf(metric, literal)));
    }

    @Test
    void showWhatOperatorsAskFor() {
        assertThat(Yaml.documents(DASHBOARD).getFirst().findValuesAsText("expr"))
                .anyMatch(expression -> expression.contains("frames_late"))
                .anyMatch(expression -> expression.contains("avatar_compositor_viewers"))
                .anyMatch(expression -> expression.contains("first_segment"))
                .anyMatch(expression -> expression.contains("kafka_consumergroup_lag"))
                .anyMatch(expression -> expression.contains("setup-job"))
                .anyMatch(expression -> expression.contains("renders_waiting"));
    }

    @Test
    void scrapeEveryReplicaOnItsPort() {
        Compose compose = new Compose();
        Set<String> scraped = new TreeSet<>();
        for (JsonNode job : Yaml.documents(PROMETHEUS).getFirst().path("scrape_configs")) {
            String name = job.path("job_name").asText();
            for (JsonNode lookup : job.path("dns_sd_configs")) {
                assertThat(lookup.path("port").asInt()).as(name).isEqualTo(new Module(name).managementPort());
                scraped.addAll(Yaml.texts(lookup.path("names")));
            }
            for (String target : Yaml.texts(job.at("/static_configs/0/targets"))) {
                scraped.add(target.replaceFirst(":.*", ""));
            }
        }

        assertThat(compose.everything().keySet()).containsAll(scraped);
        assertThat(scraped)
                .containsAll(compose.everything().values().stream()
                        .filter(Deployed::isOwn)
                        .filter(deployed -> !deployed.module().equals("setup-job"))
                        .map(Deployed::name)
                        .toList());
    }

    @Test
    void explainEveryAlert() throws IOException {
        String operations = Files.readString(Yaml.root().resolve("docs/operations.md"));

        assertThat(Yaml.documents(ALERTS).getFirst().findValuesAsText("alert"))
                .doesNotHaveDuplicates()
                .allSatisfy(alert -> assertThat(operations).contains("| `%s` |".formatted(alert)));
    }

    private static List<String> expressions() {
        return Stream.of(ALERTS, DASHBOARD)
                .flatMap(file -> Yaml.documents(file).getFirst().findValuesAsText("expr").stream())
                .toList();
    }

    /** A name that ends with a dot is completed where it is used. */
    private static boolean isOf(String metric, String literal) {
        String name = SUFFIX.matcher(metric).replaceFirst("");
        String measured = literal.replace('.', '_');
        return literal.endsWith(".") ? name.startsWith(measured) : name.equals(measured);
    }

    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (String module : List.of("tts-service", "compositor-service", "web-ui")) {
            try (Stream<Path> files = Files.walk(Yaml.root().resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toSet())) {
                    LITERAL.matcher(Files.readString(file)).results().forEach(found -> literals.add(found.group(1)));
                }
            }
        }
        return literals;
    }
}
