#!/usr/bin/env python3
"""Times the sounds of GRID clips by alignment with synthetic speech.

    align.py --clips FOLDER --output FOLDER

Writes CLIP.csv (start,end,phoneme; seconds from the first picture, ARPAbet) for every CLIP.mpg. The file's name is its
sentence. Four voices of flite say it; each is laid over the recording by dynamic time warping of mel cepstra, and carries
its own sounds' limits over; the median of the voices counts. Needs numpy and the programs flite and ffmpeg.
"""

import argparse
import csv
import pathlib
import subprocess
import tempfile
import wave

import numpy

VOICES = ("slt", "rms", "awb", "kal16")
RATE = 16000
HOP = 80  # 5 ms
WINDOW = 400
BANDS = 40
VOICE_BANDS = 7  # up to about 500 Hz
COEFFICIENTS = 13
PLOSIVES = "B P D T G K".split()
SILENT_CLOSURE = 0.08  # seconds

COMMANDS = {"b": "bin", "l": "lay", "p": "place", "s": "set"}
COLOURS = {"b": "blue", "g": "green", "r": "red", "w": "white"}
PREPOSITIONS = {"a": "at", "b": "by", "i": "in", "w": "with"}
DIGITS = dict(zip("z123456789", "zero one two three four five six seven eight nine".split()))
ADVERBS = {"a": "again", "n": "now", "p": "please", "s": "soon"}

# As most talkers of GRID, recorded in Sheffield, say them; flite's word for the letter a would be the article.
PHONEMES = {
    "bin": "b ih n", "lay": "l ey", "place": "p l ey s", "set": "s eh t",
    "blue": "b l uw", "green": "g r iy n", "red": "r eh d", "white": "w ay t",
    "at": "ae t", "by": "b ay", "in": "ih n", "with": "w ih dh",
    "zero": "z ih r ow", "one": "w ah n", "two": "t uw", "three": "th r iy", "four": "f ao", "five": "f ay v",
    "six": "s ih k s", "seven": "s eh v ax n", "eight": "ey t", "nine": "n ay n",
    "again": "ax g eh n", "now": "n aw", "please": "p l iy z", "soon": "s uw n",
    "A": "ey", "B": "b iy", "C": "s iy", "D": "d iy", "E": "iy", "F": "eh f", "G": "jh iy", "H": "ey ch", "I": "ay",
    "J": "jh ey", "K": "k ey", "L": "eh l", "M": "eh m", "N": "eh n", "O": "ow", "P": "p iy", "Q": "k y uw",
    "R": "aa", "S": "eh s", "T": "t iy", "U": "y uw", "V": "v iy", "X": "eh k s", "Y": "w ay", "Z": "z eh d",
}

# What a talker says otherwise.
SAID = {"bbaf2n": {"at": "ax"}}


def sentence(name):
    """The words of a clip: command, colour, preposition, letter, digit, adverb."""
    command, colour, preposition, letter, digit, adverb = name
    return [COMMANDS[command], COLOURS[colour], PREPOSITIONS[preposition], letter.upper(), DIGITS[digit],
            ADVERBS[adverb]]


def samples(path):
    with wave.open(str(path)) as wav:
        return numpy.frombuffer(wav.readframes(wav.getnframes()), numpy.int16) / 32768.0


def resampled(source, target):
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(source), "-ac", "1", "-ar", str(RATE), str(target)],
                   check=True)
    return samples(target)


def spoken(voice, phonemes, folder):
    """What a voice makes of phonemes: samples, and the end of each sound in seconds."""
    file = folder / (voice + ".wav")
    said = subprocess.run(["flite", "-voice", voice, "-psdur", "-p", "pau " + phonemes + " pau", "-o", str(file)],
                          check=True, capture_output=True, text=True).stdout
    segments = [segment.split(":") for segment in said.split()]
    return resampled(file, folder / "resampled.wav"), [(sound, float(end)) for sound, end in segments]


def mel_bank():
    def mel(hertz):
        return 2595 * numpy.log10(1 + hertz / 700)
    edges = 700 * (10 ** (numpy.linspace(mel(80), mel(7600), BANDS + 2) / 2595) - 1)
    bins = numpy.fft.rfftfreq(512, 1 / RATE)
    rising = (bins - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - bins) / (edges[2:] - edges[1:-1])[:, None]
    return numpy.clip(numpy.minimum(rising, falling), 0, None)


def spectra(signal):
    """Logarithms of mel energies, a row for every 5 ms; row i lies around sample i * HOP."""
    padded = numpy.pad(numpy.append(signal[0], signal[1:] - 0.97 * signal[:-1]), WINDOW // 2)
    frames = numpy.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP] * numpy.hamming(WINDOW)
    energies = numpy.abs(numpy.fft.rfft(frames, 512)) ** 2 @ mel_bank().T
    # Below that is the room, which a synthetic voice lacks.
    return numpy.log(numpy.maximum(energies, numpy.percentile(energies.max(1), 98) * 1e-4))


def cepstra(log_energies):
    """13 mel cepstra and their slopes, each with mean 0 and spread 1."""
    k = numpy.arange(COEFFICIENTS)[:, None]
    cosine = numpy.cos(numpy.pi * k * (numpy.arange(BANDS) + 0.5) / BANDS)
    plain = log_energies @ cosine.T
    edged = numpy.pad(plain, ((4, 4), (0, 0)), mode="edge")
    weights = numpy.arange(-4, 5)
    slopes = sum(w * edged[4 + w:len(plain) + 4 + w] for w in weights) / (weights ** 2).sum()
    both = numpy.hstack([plain, slopes])
    return (both - both.mean(0)) / (both.std(0) + 1e-9)


def speech_range(log_energies):
    """First and last row of the longest stretch of loud or voiced rows, pauses under 0.2 s included.

    Breath and the smacking of lips before a sentence are quieter than that, or far from it, and have no voice.
    """
    def decibels(bands):
        level = 10 / numpy.log(10) * numpy.logaddexp.reduce(bands, axis=1)
        return level - numpy.percentile(level, 98)
    active = numpy.flatnonzero((decibels(log_energies) > -25) | (decibels(log_energies[:, :VOICE_BANDS]) > -20))
    stretches = numpy.split(active, numpy.flatnonzero(numpy.diff(active) > 0.2 * RATE / HOP) + 1)
    longest = max(stretches, key=lambda stretch: stretch[-1] - stretch[0])
    return longest[0], longest[-1] + 1


def warp(one, other):
    """For each row of one, the row of other on the cheapest monotonous path (steps 1:1, 1:2, 2:1)."""
    cost = numpy.sqrt(((one[:, None, :] - other[None, :, :]) ** 2).sum(2))
    rows, columns = cost.shape
    total = numpy.full((rows + 2, columns + 2), numpy.inf)
    total[1, 1] = 0
    came = numpy.zeros((rows, columns), int)
    for i in range(rows):
        for j in range(columns):
            ways = (total[i + 1, j + 1], total[i + 1, j + 2] + 0.3, total[i + 2, j + 1] + 0.3)
            came[i, j] = numpy.argmin(ways)
            total[i + 2, j + 2] = cost[i, j] + ways[came[i, j]]
    i, j = rows - 1, columns - 1
    path = []
    while i >= 0 and j >= 0:
        path.append((i, j))
        step = came[i, j]
        i, j = i - (step != 2), j - (step != 1)
    path = numpy.array(path)
    return numpy.array([path[path[:, 0] == row, 1].mean() for row in range(rows)])


def carried(voice, phonemes, clip_spectra, folder):
    """The limits of the sounds in the clip, in seconds, after one voice."""
    signal, segments = spoken(voice, phonemes, folder)
    voice_spectra = spectra(signal)
    # The voice's own labels say where its speech is; the clip's loudness, where that of the clip is.
    limits = [round(end * RATE / HOP) for _, end in segments]
    first, last = limits[0], limits[-2]
    clip_first, clip_last = speech_range(clip_spectra)
    rows = warp(cepstra(voice_spectra[first:last]), cepstra(clip_spectra[clip_first:clip_last]))
    inner = [clip_first + rows[min(limit - first, len(rows) - 1)] for limit in limits[:-1]]
    return numpy.array([clip_first] + inner[1:-1] + [clip_last]) * HOP / RATE


def align(clip, folder):
    """(start, end, phoneme) of every sound of a clip, silence before and after included."""
    pronounced = PHONEMES | SAID.get(clip.stem, {})
    phonemes = " ".join(pronounced[word] for word in sentence(clip.stem))
    signal = resampled(clip, folder / "clip.wav")
    clip_spectra = spectra(signal)
    each = numpy.array([carried(voice, phonemes, clip_spectra, folder) for voice in VOICES])
    limits = numpy.median(each, 0)
    spread = numpy.median(numpy.abs(each - limits))
    print(f"{clip.stem}: voices differ by {1000 * spread:.0f} ms in the median, "
          f"{1000 * numpy.percentile(numpy.abs(each - limits), 90):.0f} ms in one limit of ten")
    sounds = ["SIL"] + phonemes.upper().split() + ["SIL"]
    if sounds[1] in PLOSIVES:
        limits[0] -= SILENT_CLOSURE  # what is heard of it is the burst
    starts = [0.0, *limits]
    ends = [*limits, len(signal) / RATE]
    return list(zip(starts, ends, sounds))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clips", type=pathlib.Path, required=True)
    parser.add_argument("--output", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    for clip in sorted(arguments.clips.glob("*.mpg")):
        with tempfile.TemporaryDirectory() as folder:
            rows = align(clip, pathlib.Path(folder))
        with open(arguments.output / (clip.stem + ".csv"), "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["start", "end", "phoneme"])
            writer.writerows([f"{start:.3f}", f"{end:.3f}", sound] for start, end, sound in rows)


if __name__ == "__main__":
    main()
