#!/usr/bin/env bash
# Makes the pictures of the visemes anew, of the default avatar (./avatar setup). Needs ffmpeg.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
pictures=$root/viseme-service/src/main/resources/avatar/viseme/inventory
for patch in "$root"/data/avatars/default/visemes/mouth_*.png; do
    viseme=$(basename "$patch" .png)
    viseme=${viseme#mouth_}
    case $viseme in *_*) continue ;; esac
    ffmpeg -v error -y -i "$patch" -vf "crop=iw*0.6:ih*0.5:iw*0.2:ih*0.14,scale=120:80:flags=area" -q:v 4 "$pictures/$viseme.jpg"
done
