package avatar.setup.report;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.bundle.Track;
import avatar.contract.json.Json;
import avatar.contract.viseme.Viseme;
import avatar.faces.video.VideoClip;
import avatar.faces.video.VideoLimits;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Writes the quality report of an avatar into a folder: {@code report.json}, and {@code index.html} with pictures. */
public final class ReportPage {

    private ReportPage() {}

    /**
     * Writes the page of a bundle.
     *
     * @param folder created if it does not exist
     * @param cost null for a bundle that was made earlier
     * @return the page
     */
    public static Path write(AvatarBundle bundle, Path folder, @Nullable Cost cost) throws IOException {
        Files.createDirectories(folder);
        QualityReport report =
                Json.read(Files.readAllBytes(bundle.folder().resolve(AvatarBundle.REPORT)), QualityReport.class);
        Files.copy(
                bundle.folder().resolve(AvatarBundle.PREVIEW),
                folder.resolve("visemes.png"),
                StandardCopyOption.REPLACE_EXISTING);
        drawFrames(bundle, folder);
        List<Bar> bars = Bar.of(report);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("quality", report);
        figures.put("bars", bars);
        figures.put("cost", cost);
        Files.write(
                folder.resolve("report.json"),
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(figures));
        Path page = folder.resolve("index.html");
        Files.writeString(page, html(bundle.manifest(), report, bars, cost));
        return page;
    }

    private static void drawFrames(AvatarBundle bundle, Path folder) throws IOException {
        AvatarManifest manifest = bundle.manifest();
        Track track = bundle.track();
        BufferedImage open = ImageIO.read(bundle.patchFile(Viseme.AA).toFile());
        FaceSheet faces = new FaceSheet(bundle, track, open, FaceSheet.extremes(track));
        SeamStrip seam = new SeamStrip(manifest.frameCount());
        VideoClip.open(bundle.baseVideo(), VideoLimits.DEFAULT).forEach((index, picture) -> {
            faces.visit(index, picture);
            seam.visit(index, picture);
        });
        ImageIO.write(faces.sheet(), "png", folder.resolve("track.png").toFile());
        ImageIO.write(seam.strip(), "png", folder.resolve("seam.png").toFile());
    }

    private static String html(AvatarManifest manifest, QualityReport report, List<Bar> bars, @Nullable Cost cost) {
        StringBuilder rows = new StringBuilder();
        for (Bar bar : bars) {
            rows.append(row(bar.name(), number(bar.value()), bar.limitText(), bar.isMet() ? "✔" : "✘"));
        }
        QualityReport.Steadiness jitter = report.jitter();
        rows.append(row("jitter before smoothing, %", number(jitter.measured()), "", ""));
        rows.append(row(
                "distance of the track from the mouth, %: median, 95 of 100",
                number(jitter.off()) + ", " + number(jitter.off95()), "", ""));
        QualityReport.Seam seam = report.seam();
        rows.append(row(
                "loop",
                "%s, pictures %d to %d, %d mixed: %s"
                        .formatted(seam.mode().label(), seam.in(), seam.out() - 1, seam.mixed(), seam.reason()),
                "",
                ""));
        rows.append(
                row("faces in the source", Integer.toString(report.detection().facesSeen()), "", ""));
        rows.append(row("gaps bridged, s", report.detection().bridged().toString(), "", ""));
        rows.append(row(
                "lip gap in the reference frame, %", number(report.detection().lipGap()), "", ""));
        if (cost != null) {
            rows.append(row("seconds, of CPU", number(cost.seconds()) + ", " + number(cost.cpuSeconds()), "", ""));
            rows.append(row("peak memory, MB", Long.toString(cost.peakMegabytes()), "", ""));
        }
        return PAGE.replace(
                        "{title}",
                        escaped(manifest.id() + ", of " + manifest.source().file()))
                .replace(
                        "{size}",
                        "%d frames of %dx%d".formatted(manifest.frameCount(), manifest.width(), manifest.height()))
                .replace("{rows}", rows);
    }

    private static String row(String name, String value, String limit, String met) {
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>%n"
                .formatted(escaped(name), escaped(value), escaped(limit), met);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static final String PAGE = """
            <!doctype html>
            <meta charset="utf-8">
            <title>{title}</title>
            <style>
              body { font: 16px/1.5 system-ui, sans-serif; max-width: 1200px; margin: 2em auto; padding: 0 1em; }
              td { padding: .2em 1.5em .2em 0; border-bottom: 1px solid #ddd; }
              img { max-width: 100%; }
            </style>
            <h1>{title}</h1>
            <p>{size}
            <table>
            {rows}</table>
            <h2>The mouths</h2>
            <img src="visemes.png" alt="every viseme on the face">
            <h2>The track: the edge of the mask, and an open mouth</h2>
            <img src="track.png" alt="frames with the mouth outlined">
            <h2>The seam of the loop</h2>
            <img src="seam.png" alt="the last frames and the first">
            """;
}
