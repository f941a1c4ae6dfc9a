package avatar.web.fake;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The avatars, and setups that create them, which go a stage further a few times a second. A file whose name has
 * "landscape" in it has no face.
 */
public final class FakeSetups {

    private static final List<String> STAGES = List.of("Looking for the face", "Drawing mouths", "Writing the avatar");
    private static final int STAGE_MS = 250;

    private final Vertx vertx;
    private final Map<String, JsonObject> avatars = new LinkedHashMap<>();
    private final Map<String, JsonObject> setups = new LinkedHashMap<>();
    private final Map<String, String> channels = new LinkedHashMap<>(Map.of("main", "default"));
    private final Map<String, List<HttpServerResponse>> listeners = new LinkedHashMap<>();
    private final List<JsonObject> asked = new CopyOnWriteArrayList<>();
    private final List<String> cancelled = new CopyOnWriteArrayList<>();
    private volatile boolean held;
    private volatile boolean isDead;

    FakeSetups(Vertx vertx, Router router) {
        this.vertx = vertx;
        add("default");
        router.get("/api/v1/avatars").handler(this::list);
        router.get("/api/v1/avatars/:id/preview.png")
                .handler(call -> png(call, FakePicture.preview(Answers.param(call, "id"))));
        router.get("/api/v1/avatars/:id/visemes/:file").handler(this::answerPatch);
        router.post("/api/v1/avatars")
                .handler(BodyHandler.create("target/uploads"))
                .handler(this::begin);
        router.get("/api/v1/setups")
                .handler(call -> call.response()
                        .putHeader("content-type", "application/json")
                        .end(new JsonArray(new ArrayList<>(setups.values())).encode()));
        router.get("/api/v1/setups/:id/events").handler(this::listen);
        router.delete("/api/v1/setups/:id").handler(this::cancel);
        router.post("/api/v1/channels").handler(BodyHandler.create(false)).handler(this::openChannel);
        router.get("/api/v1/channels/:id").handler(this::answerChannel);
    }

    /** Keeps setups in their second stage from now on. */
    public void hold() {
        held = true;
    }

    /**
     * Kills the worker in the second stage of the next setup: only remarks on its silence follow, and a cancellation
     * has no effect.
     */
    public void killWorker() {
        held = true;
        isDead = true;
    }

    /** Starts a worker again, which ends the setups that were cancelled meanwhile. */
    public void restartWorker() {
        held = false;
        isDead = false;
        vertx.runOnContext(now ->
                cancelled.forEach(id -> publish(requireNonNull(setups.get(id)).put("state", "cancelled"))));
    }

    /** The setups whose cancellation was requested. */
    public List<String> cancelled() {
        return cancelled;
    }

    /** Moves the estimate of the newest setup. */
    public void estimate(double secondsLeft) {
        vertx.runOnContext(now -> publish(newest().put("secondsLeft", secondsLeft)));
    }

    private JsonObject newest() {
        return requireNonNull(setups.get("setup-" + setups.size()));
    }

    /** Whether a channel can be watched. */
    boolean hasChannel(String id) {
        return channels.containsKey(id);
    }

    /** The fields of all forms, and of the file its name and its length. */
    public List<JsonObject> asked() {
        return asked;
    }

    private void add(String id) {
        avatars.put(
                id,
                new JsonObject()
                        .put("id", id)
                        .put("ready", true)
                        .put("problem", null)
                        .put("width", 640)
                        .put("height", 640)
                        .put("fps", 25.0)
                        .put("frames", 50)
                        .put("engine", "warp")
                        .put("source", id + ".mp4")
                        .put("preview", "/api/v1/avatars/%s/preview.png".formatted(id)));
    }

    private void list(RoutingContext call) {
        JsonObject broken = requireNonNull(avatars.get("default")).copy();
        broken.put("id", "half").put("ready", false).put("problem", "visemes/mouth_Aa.png is not there");
        JsonArray all = new JsonArray(new ArrayList<>(avatars.values())).add(broken);
        call.response().putHeader("content-type", "application/json").end(all.encode());
    }

    private void answerPatch(RoutingContext call) {
        String viseme = Answers.param(call, "file").replace(".png", "");
        if (avatars.containsKey(Answers.param(call, "id"))) {
            png(call, FakePicture.patch(viseme));
        } else {
            Answers.problem(call, 404, "NOT_FOUND", "No avatar '%s'".formatted(Answers.param(call, "id")));
        }
    }

    private static void png(RoutingContext call, byte[] picture) {
        call.response().putHeader("content-type", "image/png").end(Buffer.buffer(picture));
    }

    private void begin(RoutingContext call) {
        JsonObject form = new JsonObject();
        call.request().formAttributes().forEach((name, value) -> form.put(name, value));
        call.fileUploads().forEach(file -> form.put("file", file.fileName()).put("length", file.size()));
        asked.add(form);
        String id = "setup-" + (setups.size() + 1);
        String avatar = form.getString("id", form.getString("file").replaceAll("\\..*", ""));
        if (setups.values().stream()
                .anyMatch(other -> List.of("queued", "running").contains(other.getString("state"))
                        && avatar.equals(other.getString("avatar")))) {
            Answers.problem(call, 409, "AVATAR_EXISTS", "Avatar '%s' is in the making".formatted(avatar));
            return;
        }
        JsonObject setup = new JsonObject()
                .put("id", id)
                .put("avatar", avatar)
                .put("state", "queued")
                .put("stage", null)
                .put("percent", 0)
                .put("secondsLeft", null)
                .put("code", null)
                .put("detail", null);
        setups.put(id, setup);
        call.response().putHeader("location", "/api/v1/setups/" + id);
        Answers.json(call, 202, setup);
        boolean hasFace = !form.getString("file").contains("landscape");
        vertx.setTimer(STAGE_MS, tick -> goOn(setup, 0, hasFace));
    }

    private void goOn(JsonObject setup, int stage, boolean hasFace) {
        if ("cancelled".equals(setup.getString("state"))) {
            return;
        }
        if (stage == 1 && !hasFace) {
            publish(setup.put("state", "failed")
                    .put("code", "NO_FACE")
                    .put("detail", "No face was found in the 1 picture of '%s'".formatted(setup.getString("avatar"))));
        } else if (stage == STAGES.size()) {
            add(setup.getString("avatar"));
            publish(setup.put("state", "done").put("percent", 100).put("stage", null));
        } else {
            publish(setup.put("state", "running")
                    .put("stage", STAGES.get(stage))
                    .put("percent", 100 * stage / STAGES.size())
                    .put("secondsLeft", 3.0 - stage));
            if (isDead && stage == 1) {
                vertx.setTimer(STAGE_MS, tick -> remark(setup, 1));
            } else if (!(held && stage == 1)) {
                vertx.setTimer(STAGE_MS, tick -> goOn(setup, stage + 1, hasFace));
            }
        }
    }

    private void remark(JsonObject setup, int seconds) {
        if ("running".equals(setup.getString("state"))) {
            publish(setup.put("detail", "nothing was heard of its setup-job for %d s".formatted(seconds)));
            vertx.setTimer(STAGE_MS, tick -> remark(setup, seconds + 1));
        }
    }

    private void publish(JsonObject setup) {
        listeners.getOrDefault(setup.getString("id"), List.of()).forEach(listener -> send(listener, setup));
    }

    private static void send(HttpServerResponse listener, JsonObject setup) {
        listener.write("event: %s\ndata: %s\n\n".formatted(setup.getString("state"), setup.encode()));
    }

    private void listen(RoutingContext call) {
        HttpServerResponse listener = call.response().setChunked(true).putHeader("content-type", "text/event-stream");
        listeners
                .computeIfAbsent(Answers.param(call, "id"), id -> new CopyOnWriteArrayList<>())
                .add(listener);
        send(listener, requireNonNull(setups.get(Answers.param(call, "id"))));
    }

    private void cancel(RoutingContext call) {
        JsonObject setup = requireNonNull(setups.get(Answers.param(call, "id")));
        call.response().setStatusCode(202).end();
        cancelled.add(setup.getString("id"));
        if (!isDead) {
            publish(setup.put("state", "cancelled"));
        }
    }

    private void openChannel(RoutingContext call) {
        JsonObject order = Answers.body(call);
        String avatar = order.getString("avatar");
        String shown = channels.putIfAbsent(order.getString("id"), avatar);
        if (shown == null || shown.equals(avatar)) {
            Answers.json(call, shown == null ? 201 : 200, order);
        } else {
            Answers.problem(
                    call, 409, "CHANNEL_TAKEN", "Channel '%s' shows '%s'".formatted(order.getString("id"), shown));
        }
    }

    private void answerChannel(RoutingContext call) {
        String id = Answers.param(call, "id");
        String avatar = channels.get(id);
        if (avatar == null) {
            Answers.problem(call, 404, "NOT_FOUND", "No channel '%s'".formatted(id));
        } else {
            Answers.json(call, 200, new JsonObject().put("id", id).put("avatar", avatar));
        }
    }
}
