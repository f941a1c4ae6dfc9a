# syntax=docker/dockerfile:1
# All images of Live Avatar: docker buildx bake, or one: docker build --target web-ui -t live-avatar/web-ui:dev .
# A registry's mirror, a digest, or an image with further certificates can take the place of both bases.
ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-25
ARG JAVA_IMAGE=eclipse-temurin:25-jre

# ── Dependencies: what the poms need, while no source has changed them ────────────────────────────────────────────────
# Java is the same for every platform, so it is compiled by the building machine's own processor.
FROM --platform=$BUILDPLATFORM ${MAVEN_IMAGE} AS dependencies
# OpenCV and FFmpeg come as libraries for one platform; linux-arm64 is the other. Empty: that of the image.
ARG TARGETARCH
ARG JAVACPP_PLATFORM
WORKDIR /build
COPY .mvn/ .mvn/
COPY pom.xml ./
COPY libs/pom.xml libs/
COPY libs/contract/pom.xml libs/contract/
COPY libs/media/pom.xml libs/media/
COPY libs/access/pom.xml libs/access/
COPY libs/phonetics/pom.xml libs/phonetics/
COPY libs/sadtalker/pom.xml libs/sadtalker/
COPY libs/speech/pom.xml libs/speech/
COPY libs/lips/pom.xml libs/lips/
COPY libs/pictures/pom.xml libs/pictures/
COPY libs/faces/pom.xml libs/faces/
COPY libs/mouths/pom.xml libs/mouths/
COPY libs/service-kit/pom.xml libs/service-kit/
COPY setup-job/pom.xml setup-job/
COPY tts-service/pom.xml tts-service/
COPY viseme-service/pom.xml viseme-service/
COPY compositor-service/pom.xml compositor-service/
COPY web-ui/pom.xml web-ui/
COPY launcher/pom.xml launcher/
COPY bench/pom.xml bench/
COPY cli/pom.xml cli/
COPY system-tests/pom.xml system-tests/
COPY deploy/image-build deploy/
RUN --mount=type=cache,target=/root/.m2/repository,sharing=locked deploy/image-build dependencies

# ── Build: all services at once, laid out as the layers of their images ───────────────────────────────────────────────
FROM dependencies AS build
ARG TARGETARCH
ARG JAVACPP_PLATFORM
# Sources alone: .dockerignore.
COPY . .
RUN --mount=type=cache,target=/root/.m2/repository,sharing=locked deploy/image-build services

# ── What all images share ─────────────────────────────────────────────────────────────────────────────────────────────
FROM ${JAVA_IMAGE} AS runtime
# The C++ library is for OpenCV, FFmpeg and ONNX Runtime. Busybox asks for a service's health: 1 ms, no shell, no JVM.
RUN apt-get update \
    && apt-get install -y --no-install-recommends busybox-static libstdc++6 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 avatar \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin avatar
WORKDIR /app
STOPSIGNAL SIGTERM
COPY deploy/jvm.options ./
LABEL org.opencontainers.image.vendor="Live Avatar" \
    org.opencontainers.image.licenses="Apache-2.0"

FROM runtime AS speaking
# The voices of this machine, and what recordings are aligned with.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libflite1 libespeak-ng1 espeak-ng-data \
    && rm -rf /var/lib/apt/lists/*

# ── The images; of each, what changes least comes first ───────────────────────────────────────────────────────────────
FROM runtime AS setup-job
# A font for the names on the preview; the voice of engine sadtalker. A new volume takes the owner of the folder.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libflite1 fontconfig fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o 10001 -g 10001 /data/avatars
LABEL org.opencontainers.image.title="setup-job" \
    org.opencontainers.image.description="Makes avatar bundles from videos and pictures of faces."
# Tensors and pictures go back to the system when they are freed; else they leave gaps that grow with each.
ENV MALLOC_MMAP_THRESHOLD_=1048576
COPY --from=build /images/setup-job/natives/ natives/
COPY --from=build /images/setup-job/lib/ lib/
COPY --from=build /images/setup-job/own/ lib/main/
COPY --from=build /images/setup-job/run/ ./
COPY --from=build /images/setup-job/quarkus/ quarkus/
COPY --from=build /images/setup-job/app/ app/
USER 10001:10001
# It works for seconds, so the second compiler would not pay.
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:TieredStopAtLevel=1", "-jar", "/app/quarkus-run.jar"]
CMD ["default", "--avatars", "/data/avatars"]

FROM speaking AS tts-service
LABEL org.opencontainers.image.title="tts-service" \
    org.opencontainers.image.description="Speak API: text to clauses to sound with timed phonemes."
COPY --from=build /images/tts-service/natives/ natives/
COPY --from=build /images/tts-service/lib/ lib/
COPY --from=build /images/tts-service/own/ lib/main/
COPY --from=build /images/tts-service/run/ ./
COPY --from=build /images/tts-service/quarkus/ quarkus/
COPY --from=build /images/tts-service/app/ app/
USER 10001:10001
EXPOSE 8081 9081
HEALTHCHECK --interval=5s --timeout=3s --start-period=120s --retries=3 \
    CMD ["busybox", "wget", "-q", "-Y", "off", "-O", "/dev/null", "http://127.0.0.1:9081/q/health/ready"]
ENTRYPOINT ["java", "@/app/jvm.options", "-jar", "/app/quarkus-run.jar"]

FROM speaking AS viseme-service
LABEL org.opencontainers.image.title="viseme-service" \
    org.opencontainers.image.description="Timed phonemes to timelines of mouth shapes."
COPY --from=build /images/viseme-service/lib/ lib/
COPY --from=build /images/viseme-service/own/ lib/main/
COPY --from=build /images/viseme-service/run/ ./
COPY --from=build /images/viseme-service/quarkus/ quarkus/
COPY --from=build /images/viseme-service/app/ app/
USER 10001:10001
EXPOSE 8082 9082
HEALTHCHECK --interval=5s --timeout=3s --start-period=120s --retries=3 \
    CMD ["busybox", "wget", "-q", "-Y", "off", "-O", "/dev/null", "http://127.0.0.1:9082/q/health/ready"]
ENTRYPOINT ["java", "@/app/jvm.options", "-jar", "/app/quarkus-run.jar"]

FROM runtime AS compositor-service
RUN install -d -o 10001 -g 10001 /data/avatars /data/renders
LABEL org.opencontainers.image.title="compositor-service" \
    org.opencontainers.image.description="Live channels: loops the base video, puts mouths on it, streams it."
ENV AVATAR_AVATARS_FOLDER=/data/avatars AVATAR_RENDERS_FOLDER=/data/renders
COPY --from=build /images/compositor-service/natives/ natives/
COPY --from=build /images/compositor-service/lib/ lib/
COPY --from=build /images/compositor-service/own/ lib/main/
COPY --from=build /images/compositor-service/run/ ./
COPY --from=build /images/compositor-service/quarkus/ quarkus/
COPY --from=build /images/compositor-service/app/ app/
USER 10001:10001
EXPOSE 8083 9083
HEALTHCHECK --interval=5s --timeout=3s --start-period=120s --retries=3 \
    CMD ["busybox", "wget", "-q", "-Y", "off", "-O", "/dev/null", "http://127.0.0.1:9083/q/health/ready"]
ENTRYPOINT ["java", "@/app/jvm.options", "-jar", "/app/quarkus-run.jar"]

FROM runtime AS web-ui
LABEL org.opencontainers.image.title="web-ui" \
    org.opencontainers.image.description="The page, and the gateway to all services under one origin."
COPY --from=build /images/web-ui/lib/ lib/
COPY --from=build /images/web-ui/own/ lib/main/
COPY --from=build /images/web-ui/run/ ./
COPY --from=build /images/web-ui/quarkus/ quarkus/
COPY --from=build /images/web-ui/app/ app/
USER 10001:10001
EXPOSE 8080 9080
HEALTHCHECK --interval=5s --timeout=3s --start-period=120s --retries=3 \
    CMD ["busybox", "wget", "-q", "-Y", "off", "-O", "/dev/null", "http://127.0.0.1:9080/q/health/ready"]
ENTRYPOINT ["java", "@/app/jvm.options", "-jar", "/app/quarkus-run.jar"]
