# Builds, and with --push publishes, every image for amd64 and arm64:
#   REGISTRY=registry.example/live-avatar VERSION=1.0.0 REVISION=$(git rev-parse HEAD) docker buildx bake --push
# For this machine alone: docker buildx bake --load --set '*.platform=linux/amd64' --set '*.attest='
# The libraries of OpenCV, FFmpeg and ONNX Runtime follow the platform (JAVACPP_PLATFORM in deploy/image-build).

variable "REGISTRY" {
  default = "live-avatar"
}

variable "VERSION" {
  default = "dev"
}

# The commit that the images are built of.
variable "REVISION" {
  default = ""
}

# Where the sources are, as a URL.
variable "SOURCE" {
  default = ""
}

group "default" {
  targets = ["image"]
}

target "image" {
  name       = service
  matrix     = {
    service = ["setup-job", "tts-service", "viseme-service", "compositor-service", "web-ui"]
  }
  context    = "."
  dockerfile = "Dockerfile"
  target     = service
  platforms  = ["linux/amd64", "linux/arm64"]
  tags       = ["${REGISTRY}/${service}:${VERSION}"]
  labels = {
    "org.opencontainers.image.version"  = VERSION
    "org.opencontainers.image.revision" = REVISION
    "org.opencontainers.image.source"   = SOURCE
  }
  attest = ["type=sbom", "type=provenance,mode=max"]
}
