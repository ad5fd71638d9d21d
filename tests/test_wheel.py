"""The wheel carries the atlas, the page and the licences, and runs away from the checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--disable-pip-version-check",
            "-w",
            str(out),
            str(ROOT),
        ],
        check=True,
    )
    return next(out.glob("*.whl"))


def test_it_carries_atlas_page_words_and_licences(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"MANIFEST.json", "names.marisa", "places.npz", "shapes.bin"} <= {
        Path(n).name for n in names if n.startswith("geoevents/atlas/data/")
    }  # fmt: skip
    page = {f"geoevents/outputs/page/{p.name}" for p in (ROOT / "geoevents/outputs/page").iterdir()}
    assert {"geoevents/outputs/palette.toml", "geoevents/events/codebook.toml"} | page <= names
    assert {"LICENSE", "NOTICE"} <= {Path(n).name for n in names if ".dist-info/" in n}


def test_it_is_at_most_20_mb(wheel):
    assert wheel.stat().st_size <= 20_000_000


def test_it_runs_away_from_the_checkout(wheel, tmp_path):
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--disable-pip-version-check",
            "--target",
            str(tmp_path),
            str(wheel),
        ],
        check=True,
    )
    text = "Shelling hit Nikopol on Monday, the governor said."
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); sys.argv = ['geoevents', 'extract', '-']\n"
    code += "import geoevents.cli; assert str(geoevents.__file__).startswith(sys.path[0]); geoevents.cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", code], input=text, capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert '"Nikopol"' in done.stdout
