"""What the project promises about itself: its commands, its size, its version, its licence and its locks."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import verordening

ROOT = Path(__file__).resolve().parent.parent
LICENCE = "EUPL-1.2"
MAX_LINES = 350
LOCKS = ("analyse", "bench", "build", "bulk", "core", "dev", "documenten", "prove", "spark")

# The start of a pinned requirement in a lock: `lark==1.3.1 \`.
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^\s;\\]+)", re.MULTILINE)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pyproject() -> dict:
    return tomllib.loads(read("pyproject.toml"))


def normalised(requirement: str) -> str:
    """Name of a requirement as a lock writes it: `types-PyYAML>=6` is `types-pyyaml`."""
    name = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: str) -> dict[str, str]:
    return {m["name"]: m["version"] for m in PIN.finditer(read(f"requirements/{lock}.lock"))}


def fenced(markdown: str) -> str:
    """Only what stands in code: fenced blocks and backticks."""
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", markdown, re.MULTILINE | re.DOTALL)
    return "\n".join([*blocks, *re.findall(r"`([^`\n]+)`", markdown)])


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_in_a_document_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)\b", fenced(read(document))))
    assert named, f"{document} names no make target"
    assert named <= targets


def test_the_readme_names_the_two_commands_of_a_fresh_machine() -> None:
    assert {"demo", "test"} <= set(re.findall(r"^make ([a-z]+)\b", read("README.md"), re.MULTILINE))


def test_the_case_of_make_demo_exists() -> None:
    cases = re.findall(r"verordening afwijken (examples/\S+\.yaml)", read("Makefile"))
    assert cases
    assert [case for case in cases if not (ROOT / case).is_file()] == []


def test_every_link_in_a_document_leads_somewhere() -> None:
    dead = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert dead == []


def test_a_resident_has_one_name() -> None:
    """A user types `inwoner` in a case: another word on a screen would have them look for a second person."""
    folders = ("verordening", "ordinances", "examples", "docs/handleiding")
    read_by_users = [file for folder in folders for file in (ROOT / folder).rglob("*") if file.is_file()]
    other = re.compile(r"\bbewoners?\b", re.IGNORECASE)
    allowed = ROOT / "verordening" / "taal" / "woorden.toml"
    found = [
        str(file.relative_to(ROOT))
        for file in (*read_by_users, ROOT / "README.md")
        if file.suffix in (".md", ".py", ".vrd", ".yaml", ".toml", ".txt")
        and file != allowed
        and other.search(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_module_is_too_long() -> None:
    modules = sorted((ROOT / "verordening").rglob("*.py"))
    assert modules
    lengths = {str(m.relative_to(ROOT)): len(m.read_text(encoding="utf-8").splitlines()) for m in modules}
    assert {name: lines for name, lines in lengths.items() if lines > MAX_LINES} == {}


def test_the_version_is_the_same_everywhere() -> None:
    version = pyproject()["project"]["version"]
    assert verordening.__version__ == version
    assert yaml.safe_load(read("publiccode.yml"))["softwareVersion"] == version
    assert f"verordening-{version}-py3-none-any.whl" in read("README.md")


def test_the_licence_is_the_same_everywhere() -> None:
    assert pyproject()["project"]["license"] == LICENCE
    assert yaml.safe_load(read("publiccode.yml"))["legal"]["license"] == LICENCE
    assert f"[{LICENCE}](LICENSE)" in read("README.md")


def test_the_licence_text_is_whole() -> None:
    text = read("LICENSE")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\nEUPL © the European Union 2007, 2016\n")
    assert re.findall(r"^(\d+)\. ?[A-Z]", text, re.MULTILINE) == [str(number) for number in range(1, 16)]
    assert text.rstrip().endswith("this Appendix require the production of a new EUPL version.")


def test_publiccode_keeps_to_the_limits_of_the_standard() -> None:
    described = yaml.safe_load(read("publiccode.yml"))
    assert described["publiccodeYmlVersion"] == "0.4"
    assert set(described["description"]) == {"en", "nl"}
    for text in described["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert text["features"]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index(lock: str) -> None:
    text = read(f"requirements/{lock}.lock")
    assert re.findall(r"\S*(?:://|--(?:extra-)?index-url|--find-links|--trusted-host)\S*", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_requirement_with_a_hash(lock: str) -> None:
    # Comments out, continued lines joined: one line a requirement.
    text = re.sub(r"^\s*#.*\n", "", read(f"requirements/{lock}.lock"), flags=re.MULTILINE)
    requirements = text.replace("\\\n", " ").splitlines()
    assert requirements
    assert [line for line in requirements if not (PIN.match(line) and "--hash=sha256:" in line)] == []


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    project = pyproject()["project"]
    core = {normalised(name) for name in project["dependencies"]}
    dev = {normalised(name) for name in project["optional-dependencies"]["dev"]}
    documents = {normalised(name) for name in project["optional-dependencies"]["documenten"]}
    analysis = {normalised(name) for name in project["optional-dependencies"]["analyse"]}
    bulk = {normalised(name) for name in project["optional-dependencies"]["bulk"]}
    spark = {normalised(name) for name in project["optional-dependencies"]["spark"]}
    build = {normalised(name) for name in pyproject()["build-system"]["requires"]}
    assert core - set(pins("core")) == set()
    assert build - set(pins("build")) == set()
    assert (core | documents) - set(pins("documenten")) == set()
    assert (core | analysis) - set(pins("analyse")) == set()
    assert (core | bulk) - set(pins("bulk")) == set()
    assert (core | spark) - set(pins("spark")) == set()
    assert (core | dev | analysis | bulk | documents | build) - set(pins("dev")) == set()


@pytest.mark.parametrize("lock", ["core", "analyse", "build", "bulk", "documenten"])
def test_the_small_locks_are_part_of_the_large_one(lock: str) -> None:
    assert pins(lock).items() <= pins("dev").items()


def test_the_lock_for_a_cluster_goes_beside_the_large_one() -> None:
    """`make spark` installs it over `dev.lock`: what both have is of one version."""
    spark, dev = pins("spark"), pins("dev")
    assert {name: spark[name] for name in spark.keys() & dev.keys()} == {
        name: dev[name] for name in spark.keys() & dev.keys()
    }


def test_the_wheel_takes_the_grammars_and_the_regulations_along() -> None:
    wheel = pyproject()["tool"]["hatch"]["build"]["targets"]["wheel"]
    for folder in ("grammars", "ordinances"):
        assert folder in wheel["only-include"]
        assert wheel["sources"][folder] == f"verordening/{folder}"
        assert any((ROOT / folder).iterdir())
