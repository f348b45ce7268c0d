"""The wheel and the sdist hold every module and data file, and the installed wheel checks a claim outside the repository."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.checkout import ROOT

pytestmark = pytest.mark.slow
LAYERS = ("symbolic", "numeric_checks", "proofs")


def tracked(*places: str) -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z", *places], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, built from the files under version control."""
    home = tmp_path_factory.mktemp("source")
    for name in tracked():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes((ROOT / name).read_bytes())
    made = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(made), str(home)], check=True, capture_output=True, text=True)
    return made


def test_the_wheel_holds_every_module_and_data_file_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert sorted(n for n in names if ".dist-info/" not in n) == sorted(tracked(*LAYERS))
    assert any(n.endswith("licenses/LICENSE") for n in names)


def test_the_sdist_holds_every_module_and_data_file(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {n.partition("/")[2] for n in archive.getnames()}
    assert names >= {*tracked(*LAYERS), "LICENSE", "README.md", "pyproject.toml"}


def test_the_installed_wheel_checks_a_claim_outside_the_repository(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "empty")], check=True)
    program = tmp_path / "empty" / "bin"
    install = [str(program / "python"), "-m", "pip", "install", "--quiet", "--constraint", str(ROOT / "constraints.txt"), str(wheel)]
    subprocess.run(install, check=True)

    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
        command = [str(program / "grpo-companion"), *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)

    for _ in range(2):
        result = run("check", "section-2.1.weights.high")
        assert result.returncode == 0, result.stdout + result.stderr
        assert "1 proved; all as declared" in result.stdout
    assert list((tmp_path / "cache").rglob("section-2.1.weights.high.json"))
    assert run("--version").stdout.strip() == "grpo-companion, version 0.1.0"
    refused = run("new", "beyond.my-lemma")
    assert refused.returncode == 2
    assert "clone" in refused.stderr
