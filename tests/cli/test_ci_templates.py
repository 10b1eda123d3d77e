"""The templates for CI, run for real as far as that goes without GitHub or GitLab: their own shell, in a repository."""

from __future__ import annotations

import json
import os
import re
import shlex
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.haarlem import HEADER, RULES, TRIAL
from tests.cli.repositories import committed, git
from verordening.cli.main import main

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB: dict[str, Any] = yaml.safe_load((ROOT / "docs/sjablonen/gitlab.yml").read_text(encoding="utf-8"))
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

HEADING = "## Controle van de regelingen"
SETTINGS = '[lint]\nnegeer = ["VRD793", "VRD729", "VRD804", "VRD607"]\n'
"""The header of the tests names no source, and fills in one article of many."""


def program(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture(autouse=True)
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """A repository with a regulation and a trial, and the programs that the templates call; gives its first commit."""
    programs = tmp_path / "programma's"
    programs.mkdir()
    python = shlex.quote(sys.executable)
    program(programs, "verordening", f'#!/bin/sh\nexec {python} -m verordening "$@"\n')
    program(programs, "python", f'#!/bin/sh\nexec {python} "$@"\n')
    program(programs, "gh", '#!/bin/sh\nprintf "%s\\n" "$@" > "$RUNNER_TEMP/gh"\n')
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    source = tmp_path / "bron"
    for folder in ("regelingen", "proeven"):
        (source / folder).mkdir(parents=True)
    monkeypatch.chdir(source)
    Path("regelingen/maatregelen.vrd").write_text(HEADER + RULES, encoding="utf-8")
    Path("proeven/te_laat.yaml").write_text(TRIAL, encoding="utf-8")
    Path("verordening.toml").write_text(SETTINGS, encoding="utf-8")
    main(["opmaak", "regelingen"])
    capsys.readouterr()
    git("init", "-q", "-b", "hoofd")
    return committed()


def proposed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str = "5%", after: str = "6%") -> None:
    """A change on a branch, in a copy as CI fetches it: the last commit alone."""
    git("switch", "-q", "-c", "wijziging")
    path = Path("regelingen/maatregelen.vrd")
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    git("commit", "-q", "--allow-empty", "-am", "wijziging")
    git("clone", "-q", "--depth", "1", "--branch", "wijziging", Path.cwd().as_uri(), str(tmp_path / "kopie"))
    monkeypatch.chdir(tmp_path / "kopie")


# ------------------------------------------------ GitHub


def steps_with(key: str) -> list[dict[str, Any]]:
    return [each for each in ACTION["runs"]["steps"] if key in each]


def test_the_action_is_whole() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert {"name", "description", "inputs", "runs"} <= ACTION.keys()
    assert all({"description", "default"} <= each.keys() for each in ACTION["inputs"].values())
    written = yaml.safe_dump(ACTION["runs"])
    assert set(re.findall(r"inputs\.(\w+)", written)) == ACTION["inputs"].keys()
    assert set(re.findall(r"steps\.(\w+)\.", written)) == {each["id"] for each in steps_with("id")}
    for step in ACTION["runs"]["steps"]:
        assert ("uses" in step) != ("run" in step)
        assert "run" not in step or step["shell"] == "bash"
        # What others type (a branch, a title) never becomes part of a script.
        assert "${{" not in step.get("run", "")
    for each in steps_with("uses"):
        assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+", each["uses"])


def test_the_action_installs_what_is_here() -> None:
    (install,) = (each["run"] for each in steps_with("run") if "Installeren" in each["name"])
    for lock in re.findall(r"\$GITHUB_ACTION_PATH/([\w./-]+)", install):
        assert (ROOT / lock).is_file()


class Run:
    """One run of the action: the exit code of each step, what was written for the reader, and what `gh` was told."""

    def __init__(self, folder: Path, base: str, **inputs: str) -> None:
        folder.mkdir()
        self.codes: dict[str, int] = {}
        self._known = {f"inputs.{name}": str(each["default"]) for name, each in ACTION["inputs"].items()}
        self._known |= {f"inputs.{name}": value for name, value in inputs.items()}
        self._known |= {"github.event.pull_request.base.sha": base, "github.event.pull_request.number": "7"}
        self._known |= {"github.event_name": "pull_request" if base else "push", "github.token": "geheim"}
        files = {name: str(folder / name.lower()) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        self._env = {
            **os.environ,
            **files,
            "RUNNER_TEMP": str(folder),
            "GITHUB_REPOSITORY": "gemeente/regels",
        }
        for step in steps_with("run"):
            if "Installeren" not in step["name"] and self._applies(step.get("if", "")):
                self._step(step)
        self.summary = Path(files["GITHUB_STEP_SUMMARY"]).read_text(encoding="utf-8")
        told = folder / "gh"
        self.told = told.read_text(encoding="utf-8").split("\n")[:-1] if told.exists() else []

    def _applies(self, condition: str) -> bool:
        for part in filter(None, condition.split(" && ")):
            name, value = part.split(" == ")
            if self._known[name] != value.strip("'"):
                return False
        return True

    def _step(self, step: dict[str, Any]) -> None:
        env = {
            name: re.sub(r"\$\{\{ (\S+) \}\}", self._value, value)
            for name, value in step.get("env", {}).items()
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            env={**self._env, **env},
            check=False,
            capture_output=True,
            timeout=120,
        )
        self.codes[step["name"]] = done.returncode
        output = Path(self._env["GITHUB_OUTPUT"])
        for line in output.read_text(encoding="utf-8").splitlines() if output.exists() else ():
            name, _, value = line.partition("=")
            self._known[f"steps.{step['id']}.outputs.{name}"] = value
        output.unlink(missing_ok=True)

    def _value(self, found: re.Match[str]) -> str:
        return self._known[found[1]]


def test_a_change_that_breaks_a_trial_is_told_once_and_stops(
    base: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed(tmp_path, monkeypatch)
    run = Run(tmp_path / "loper", base)
    assert list(run.codes.values()) == [0, 0, 0, 1]
    assert run.summary.startswith(f"{HEADING}\n\n**Nog niet in orde.**")
    assert (
        f"- Vergeleken met {base[:9]}.\n- Veranderde regelingen: regelingen/maatregelen.vrd.\n" in run.summary
    )
    comment = str(tmp_path / "loper" / "commentaar.md")
    assert run.told == (
        [
            "pr",
            "comment",
            "7",
            "--repo",
            "gemeente/regels",
            "--edit-last",
            "--create-if-none",
            "--body-file",
            comment,
        ]
    )


def test_a_change_that_bears_on_nothing_runs_nothing_unless_all_is_wanted(
    base: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed(tmp_path, monkeypatch, "artikel 2", "# zo wil de raad het\nartikel 2")
    run = Run(tmp_path / "loper", base, commentaar="nee")
    assert set(run.codes.values()) == {0}
    assert "- Proeven: 0 gedraaid en 1 overgeslagen." in run.summary
    assert run.told == []
    every = Run(tmp_path / "weer", base, alles="ja", streng="ja")
    assert "1 proef: 1 goed." in every.summary
    assert "Wat is bekeken" not in every.summary


def test_a_push_and_a_folder_that_is_not_there(tmp_path: Path) -> None:
    run = Run(tmp_path / "loper", "", map="bestaat niet")
    assert run.codes["Uitslag"] == 2
    assert "**Niet na te kijken.**" in run.summary
    assert run.told == []


# ------------------------------------------------ GitLab


class Notes(BaseHTTPRequestHandler):
    """The comments on one merge request, as GitLab keeps them."""

    kept: list[dict[str, Any]]
    asked: list[str]

    def _answer(self, found: object) -> None:
        assert self.headers["PRIVATE-TOKEN"] == "geheim"
        self.asked.append(f"{self.command} {self.path}")
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(found).encode())

    def _body(self) -> str:
        told: dict[str, str] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        return told["body"]

    def do_GET(self) -> None:
        self._answer(self.kept)

    def do_POST(self) -> None:
        self.kept.append({"id": 30 + len(self.kept), "body": self._body()})
        self._answer(self.kept[-1])

    def do_PUT(self) -> None:
        (found,) = (each for each in self.kept if self.path.endswith(f"/{each['id']}"))
        found["body"] = self._body()
        self._answer(found)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def notes() -> Iterator[tuple[str, type[Notes]]]:
    kept = [{"id": 3, "body": "Mooi gedaan."}]
    keeper = type("Keeper", (Notes,), {"kept": kept, "asked": []})
    server = HTTPServer(("127.0.0.1", 0), keeper)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", keeper
    server.shutdown()
    server.server_close()


def job(part: str, **env: str) -> int:
    """Run a part of the job as a runner does; gives the exit code of the line that fails, or 0."""
    (job,) = GITLAB.values()
    variables = {name: value for name, value in job["variables"].items() if name != "VERORDENING"}
    for line in job[part]:
        done = subprocess.run(
            ["sh", "-ec", line],
            env={**os.environ, **variables, **env},
            check=False,
            capture_output=True,
            timeout=120,
        )
        if done.returncode:
            return done.returncode
    return 0


def test_the_job_is_whole() -> None:
    ((name, each),) = GITLAB.items()
    assert name == "verordening"
    assert {
        "image",
        "variables",
        "before_script",
        "script",
        "after_script",
        "artifacts",
        "rules",
    } == each.keys()
    assert all(isinstance(value, str) for value in each["variables"].values())
    used = set(re.findall(r"\$\{?([A-Z][A-Z_]+)|environ\['([A-Z_]+)'\]", yaml.safe_dump(each)))
    own = {one or other for one, other in used if not (one or other).startswith("CI_")}
    assert own == {*each["variables"], "VERORDENING_TOKEN"} - {"GIT_DEPTH"}


def test_the_job_tells_what_it_found_in_one_comment(
    base: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, notes: tuple[str, type[Notes]]
) -> None:
    address, keeper = notes
    proposed(tmp_path, monkeypatch)
    git("fetch", "-q", "--unshallow")
    told = {"CI_API_V4_URL": address, "CI_PROJECT_ID": "12", "CI_MERGE_REQUEST_IID": "7"}
    for _ in range(2):
        assert job("script", CI_MERGE_REQUEST_DIFF_BASE_SHA=base) == 1
        assert job("after_script", **told, VERORDENING_TOKEN="geheim") == 0
    assert keeper.asked == [
        "GET /projects/12/merge_requests/7/notes?per_page=100",
        "POST /projects/12/merge_requests/7/notes",
        "GET /projects/12/merge_requests/7/notes?per_page=100",
        "PUT /projects/12/merge_requests/7/notes/31",
    ]
    first, ours = keeper.kept
    assert first["body"] == "Mooi gedaan."
    assert ours["body"].startswith(f"{HEADING}\n\n**Nog niet in orde.**")
    assert f"Vergeleken met {base[:9]}." in ours["body"]
    assert isinstance(json.loads(Path("gl-code-quality-report.json").read_text(encoding="utf-8")), list)


def test_the_job_without_a_token_or_a_base(notes: tuple[str, type[Notes]]) -> None:
    assert job("script") == 0
    assert "Wat is bekeken" not in Path("commentaar.md").read_text(encoding="utf-8")
    assert job("after_script", CI_MERGE_REQUEST_IID="7") == 0
    assert notes[1].asked == []


# ------------------------------------------------ pre-commit


def hook(id: str) -> int:
    """Run a hook on what is staged, as pre-commit does."""
    (each,) = (one for one in HOOKS if one["id"] == id)
    staged = git("diff", "--cached", "--name-only").split("\n")
    files = [path for path in staged if re.search(each["files"], path)]
    assert files
    named = files if each.get("pass_filenames", True) else []
    words = [*shlex.split(each["entry"]), *each.get("args", ()), *named]
    return subprocess.run(words, check=False, capture_output=True, timeout=120).returncode


def test_the_hooks_are_whole() -> None:
    for each in HOOKS:
        assert {"id", "name", "description", "entry", "language", "files"} <= each.keys()
        assert each["language"] == "python"
        assert shlex.split(each["entry"])[0] == "verordening"


def test_the_hooks_look_at_what_is_staged() -> None:
    path = Path("regelingen/maatregelen.vrd")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  als ", "      als "), encoding="utf-8")
    git("add", "-A")
    assert hook("verordening-lint") == 0
    assert hook("verordening-opmaak") == 0
    # What a hook wrote is for the author to look at: pre-commit stops at a change.
    assert path.read_text(encoding="utf-8") == text
    path.write_text(text.replace("gedraging =", "gedrging ="), encoding="utf-8")
    git("add", "-A")
    assert hook("verordening-lint") == 1


def test_a_staged_regulation_is_read_beside_those_it_uses() -> None:
    """One file of two is staged; the other is in the folder."""
    Path("regelingen/nadere_regels.vrd").write_text(
        HEADER.replace("haarlemse_maatregelen", "nadere_regels")
        .replace("soort verordening", "soort nadere_regel")
        .replace("grondslag pw artikel 8 lid 1 onderdeel a", "grondslag haarlemse_maatregelen artikel 2")
        .replace("gebruikt pw, begrippen", "gebruikt haarlemse_maatregelen")
        + 'artikel 1\n  inhoud "Zo gaat het college om met artikel 2."\n',
        encoding="utf-8",
    )
    git("add", "-A")
    assert hook("verordening-lint") == 0
