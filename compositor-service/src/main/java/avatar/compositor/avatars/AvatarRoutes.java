package avatar.compositor.avatars;

import avatar.compositor.setups.UploadRoute;
import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarFolder;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Viseme;
import avatar.kit.http.Answers;
import avatar.kit.problem.RouteProblems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;

/** {@code /api/v1/avatars}: lists the avatars, serves their pictures, and receives uploads for new ones. */
@ApplicationScoped
class AvatarRoutes {

    static final String PATH = "/api/v1/avatars";
    static final String PREVIEW = "preview.png";

    private static final String ONE = PATH + "/:id";
    private static final String PNG = ".png";
    private static final String BLINK = "BLINK";

    private final AvatarCatalogue catalogue;
    private final UploadRoute upload;

    AvatarRoutes(AvatarFolder folder, UploadRoute upload) {
        this.catalogue = new AvatarCatalogue(folder);
        this.upload = upload;
    }

    void register(@Observes Router router) {
        Answers.blockingRoute(router.get(PATH), request -> Answers.json(request, Answers.OK, catalogue.all()));
        upload.register(router, PATH);
        Answers.blockingRoute(
                router.get(ONE), request -> Answers.json(request, Answers.OK, catalogue.require(id(request))));
        Answers.blockingRoute(
                router.get(ONE + "/" + PREVIEW),
                request -> picture(request, catalogue.file(id(request), AvatarBundle.PREVIEW)));
        Answers.blockingRoute(
                router.get(ONE + "/visemes/:file"),
                request -> picture(request, catalogue.file(id(request), patch(Answers.part(request, "file")))));
        Answers.route(router.route(PATH), request -> RouteProblems.refuseMethod(request, "GET, POST"));
        Answers.route(router.route(ONE), request -> RouteProblems.refuseMethod(request, "GET"));
    }

    private static String id(RoutingContext request) {
        return Answers.part(request, "id");
    }

    /** The file of a viseme's patch, or of the shut eyes. */
    private static String patch(String file) {
        String label = file.endsWith(PNG) ? file.substring(0, file.length() - PNG.length()) : file;
        if (label.equals(BLINK)) {
            return AvatarBundle.BLINK_PATCH;
        }
        try {
            return AvatarBundle.patch(Viseme.ofLabel(label));
        } catch (IllegalArgumentException e) {
            throw new AvatarException(ErrorCode.NOT_FOUND, "%s and %s".formatted(e.getMessage(), BLINK), e);
        }
    }

    /** Caches must revalidate: an avatar can be made again. */
    private static void picture(RoutingContext request, Path file) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "image/png")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .sendFile(file.toString())
                .onFailure(request::fail);
    }
}
