"""The architecture can be seen from the folders, and stays so."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]
STAGES = ("articles", "atlas", "events", "frames", "outputs")
MODULES = sorted((ROOT / "geoevents").rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    found = {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    return found | {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}


def test_the_folders_of_the_package_are_the_five_stages():
    folders = {p.name for p in (ROOT / "geoevents").iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders == set(STAGES)


def test_the_top_level_holds_what_the_project_is_made_of():
    made = {"build", "dist", "__pycache__"}
    shown = {p.name for p in ROOT.iterdir() if not p.name.startswith(".") and p.suffix != ".egg-info"} - made
    folders = {"data", "geoevents", "maps", "seeds", "tests"}
    files = {"CHANGELOG.md", "CONTRIBUTING.md", "DECISIONS.md", "LICENSE", "Makefile", "NOTICE", "README.md"}
    assert shown == folders | files | {"pyproject.toml"}


def test_no_stage_imports_a_later_one():
    for path in MODULES:
        own = path.relative_to(ROOT / "geoevents").parts[0]
        if own in STAGES:
            later = {f"geoevents.{s}" for s in STAGES[STAGES.index(own) + 1 :]}
            wrong = {i for i in imports_of(path) if any(i == m or i.startswith(m + ".") for m in later)}
            assert not wrong, f"{path}: {wrong}"


def test_no_module_is_named_after_nothing():
    assert not {p.stem for p in MODULES} & {"utils", "helpers", "common", "manager", "service"}


def test_a_module_is_seen_at_once():
    assert not {str(p) for p in MODULES if len(p.read_text("utf-8").splitlines()) > 300}


def test_only_the_command_line_prints():
    allowed = {"cli.py", "cli_gazetteer.py", "console.py", "summary.py"}
    for path in MODULES:
        calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
        assert path.name in allowed or not any(isinstance(c.func, ast.Name) and c.func.id == "print" for c in calls), (
            path
        )


def test_page_scripts_never_make_markup_from_text():
    for script in (ROOT / "geoevents/outputs/page").glob("*.js"):
        text = script.read_text("utf-8")
        for sink in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
            assert sink not in text, f"{script}: {sink}"
        assert len(text.splitlines()) < 250, script


def test_every_wordlist_is_utf8_and_has_a_reason():
    for path in (ROOT / "geoevents").rglob("*.toml"):
        assert path.read_text("utf-8").startswith("#"), path
