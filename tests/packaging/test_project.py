"""pyproject.toml, the locked versions and the wheel agree with each other."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REQUIREMENTS = [Requirement(r) for r in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]]


def locked_versions() -> dict[str, str]:
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [re.fullmatch(r"([\w.-]+)==([\w.]+)", line) for line in lines if not line.startswith("#")]
    assert all(pins), "every line of constraints.txt is name==version"
    return {canonicalize_name(pin[1]): pin[2] for pin in pins if pin}


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=str)
def test_locked_version_satisfies_requirement(requirement: Requirement) -> None:
    assert requirement.specifier.contains(locked_versions()[canonicalize_name(requirement.name)])


@pytest.mark.parametrize(("python", "allowed"), [("3.11", False), ("3.12", True), ("3.13", True)])
def test_pyside_6_12_0_is_refused_where_it_aborts(python: str, allowed: bool) -> None:
    (active,) = [
        r
        for r in REQUIREMENTS
        if r.name == "PySide6-Essentials" and r.marker and r.marker.evaluate({"python_version": python})
    ]
    assert active.specifier.contains("6.12.0") is allowed
    assert active.specifier.contains("6.11.3")


def test_wheel_holds_package_and_resources_and_nothing_else(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.split("/")[0] for name in names} == {"gradviz", f"gradviz-{PROJECT['version']}.dist-info"}
    sources = {f.relative_to(ROOT).as_posix() for f in (ROOT / "gradviz").rglob("*.py")}
    resources = {f.relative_to(ROOT).as_posix() for f in (ROOT / "resources").rglob("*") if f.is_file()}
    assert sources <= names
    assert {f"gradviz/{name}" for name in resources} <= names
