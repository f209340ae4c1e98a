"""packaging/bootstrap, run with stand-ins for Python, apt-get and sudo in a folder whose path has a space."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="system packages are a matter of Linux")

# Logs its calls; has no ensurepip until apt-get has installed it; -m venv copies it into the environment.
PYTHON = """#!/bin/sh
case "$*" in
*ensurepip*) [ -f "$STATE/venv-installed" ] ;;
*CDLL*) [ ! -f "$STATE/no-libraries" ] ;;
"-m venv "*) echo "$*" >>"$STATE/log"; mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
*"pip --version") ;;
"-m pip install"*)
    echo "$*" >>"$STATE/log"
    [ ! -f "$STATE/offline" ] || exit 1
    cp "$0" "$(dirname "$0")/gradviz" ;;
*) exec "$REAL_PYTHON" "$@" ;;
esac
"""
APT_GET = """#!/bin/sh
echo "apt-get $*" >>"$STATE/log"
case "$*" in install*) touch "$STATE/venv-installed"; rm -f "$STATE/no-libraries" ;; esac
"""


@dataclass
class Machine:
    """A machine of stand-ins: `state` holds switches and the log of what was called."""

    project: Path
    state: Path
    bin: Path

    def has(self, *switches: str) -> None:
        for switch in switches:
            (self.state / switch).touch()

    def bootstrap(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        path = f"{self.bin}:/usr/bin:/bin"
        environment = {"PATH": path, "STATE": str(self.state), "REAL_PYTHON": sys.executable}
        command = [self.project / "packaging" / "bootstrap", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    def calls(self) -> list[str]:
        log = self.state / "log"
        calls = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return calls

    def write(self, name: str, script: str) -> None:
        (self.bin / name).write_text(script)
        (self.bin / name).chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    project = tmp_path / "a project"
    (project / "packaging").mkdir(parents=True)
    for name in ("pyproject.toml", "packaging/bootstrap", "packaging/constraints.txt"):
        shutil.copy(ROOT / name, project / name)
    result = Machine(project, tmp_path / "state", tmp_path / "bin")
    result.state.mkdir()
    result.bin.mkdir()
    for name in ("python3", "python3.13", "python3.12", "python3.11"):
        result.write(name, PYTHON)
    result.write("apt-get", APT_GET)
    result.write("id", "#!/bin/sh\necho 0\n")
    result.write("sudo", "#!/bin/sh\nexit 1\n")
    return result


VENV_PACKAGES = "python3.{0} python3.{0}-venv".format(sys.version_info[1])
DRAW_PACKAGES = "libglib2.0-0 libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1"
SHOW_PACKAGES = "libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
CREATE = "-m venv .venv"
INSTALL = [
    "-m pip install -q -c packaging/constraints.txt hatchling",
    "-m pip install -q -c packaging/constraints.txt --no-build-isolation -e .[test]",
]


def test_root_installs_what_is_missing_in_one_pass(machine: Machine) -> None:
    machine.has("no-libraries")
    result = machine.bootstrap()
    assert result.returncode == 0, result.stderr
    assert machine.calls() == [
        "apt-get update -qq",
        f"apt-get install -y -qq --no-install-recommends {VENV_PACKAGES} {DRAW_PACKAGES}",
        CREATE,
        *INSTALL,
    ]


def test_second_start_does_nothing(machine: Machine) -> None:
    machine.has("venv-installed")
    assert machine.bootstrap().returncode == 0
    assert machine.calls() == [CREATE, *INSTALL]
    result = machine.bootstrap()
    assert (result.returncode, result.stdout, result.stderr, machine.calls()) == (0, "", "", [])


@pytest.mark.parametrize("name", ["pyproject.toml", "packaging/constraints.txt"])
def test_changed_requirements_are_installed_again(machine: Machine, name: str) -> None:
    machine.has("venv-installed")
    machine.bootstrap()
    machine.calls()
    with (machine.project / name).open("a") as file:
        file.write("# changed\n")
    assert machine.bootstrap().returncode == 0
    assert machine.calls() == INSTALL


def test_half_made_environment_is_made_anew(machine: Machine) -> None:
    machine.has("venv-installed", "offline")
    assert machine.bootstrap().returncode != 0
    assert machine.calls() == [CREATE, INSTALL[0]]
    (machine.state / "offline").unlink()
    assert machine.bootstrap().returncode == 0
    assert machine.calls() == [CREATE, *INSTALL]


def test_moved_folder_is_made_anew(machine: Machine) -> None:
    machine.has("venv-installed")
    machine.bootstrap()
    machine.calls()
    machine.project = machine.project.rename(machine.project.with_name("elsewhere"))
    assert machine.bootstrap().returncode == 0
    assert machine.calls() == [CREATE, *INSTALL]


def test_without_rights_one_command_is_printed_and_nothing_done(machine: Machine) -> None:
    machine.write("id", "#!/bin/sh\necho 1000\n")
    machine.has("no-libraries")
    result = machine.bootstrap("--display")
    assert result.returncode == 1
    packages = f"{VENV_PACKAGES} {DRAW_PACKAGES} {SHOW_PACKAGES}"
    commands = [line.strip() for line in result.stderr.splitlines() if "apt-get" in line]
    assert commands == [f'sudo sh -c "apt-get update && apt-get install -y --no-install-recommends {packages}"']
    assert machine.calls() == []
    assert not (machine.project / ".venv").exists()


def test_passwordless_sudo_is_used(machine: Machine) -> None:
    machine.write("id", "#!/bin/sh\necho 1000\n")
    machine.write("sudo", '#!/bin/sh\necho "sudo" >>"$STATE/log"\n[ "$1" = -n ] && shift\nexec "$@"\n')
    assert machine.bootstrap().returncode == 0
    assert [call.split()[0] for call in machine.calls()[:5]] == ["sudo", "sudo", "apt-get", "sudo", "apt-get"]


def test_display_libraries_are_asked_for_only_with_a_display(machine: Machine) -> None:
    machine.has("venv-installed")
    machine.bootstrap()
    machine.calls()
    machine.has("no-libraries")
    assert machine.bootstrap().returncode == 0
    assert machine.calls() == []
    assert machine.bootstrap("--display").returncode == 0
    assert SHOW_PACKAGES in machine.calls()[1]


def test_a_ready_folder_starts_at_once(machine: Machine) -> None:
    machine.has("venv-installed")
    machine.bootstrap()
    usage_before = os.times()
    machine.bootstrap()
    usage = os.times()
    spent = usage.children_user + usage.children_system
    spent -= usage_before.children_user + usage_before.children_system
    assert spent < 0.1
