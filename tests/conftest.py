"""Fixtures for every test: nothing outlives the test that started it, and settings are each test's own."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["GRADVIZ_LANGUAGE"] = "en"  # whatever the desktop speaks

# "ci" tries the same examples in every run; "explore" looks for new ones: HYPOTHESIS_PROFILE=explore.
hypothesis.settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=50,
    database=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=1000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

GRACE = 10.0
"""Seconds that threads and processes have to end after a test."""
PATIENCE = 30_000
"""Milliseconds that a test of a window waits for what it expects."""


def pytest_collection_finish() -> None:
    """Leave what was imported out of every later search for garbage."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Empty the clipboard: what Python put there must not outlive Python, or the process ends in a crash."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    """Fail a test that leaves a Python thread running."""
    before = set(threading.enumerate())
    yield
    leaked = _wait_until_empty(lambda: [t for t in threading.enumerate() if t not in before and _is_python_thread(t)])
    if leaked:
        pytest.fail(f"the test left threads running: {[t.name for t in leaked]}", pytrace=False)


@pytest.fixture(autouse=True)
def no_leaked_processes() -> Iterator[None]:
    """Fail a test that leaves a child process, and kill that process."""
    before = _children()
    yield
    leaked = _wait_until_empty(lambda: sorted(_children() - before - _helpers_of_multiprocessing()))
    if leaked:
        commands = [_command(pid) for pid in leaked]
        for pid in leaked:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        pytest.fail(f"the test left child processes: {commands}", pytrace=False)


@pytest.fixture(autouse=True)
def gui_isolation(request: pytest.FixtureRequest) -> None:
    """In tests of the GUI, isolate the settings and fail on widgets and timers left behind."""
    gui_folders = {"gui", "end_to_end"}
    if {"qapp", "qtbot"} & set(request.fixturenames) or gui_folders & set(request.path.parts):
        request.getfixturevalue("isolated_settings")
        request.getfixturevalue("no_leaked_widgets_or_timers")


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> Any:
    """pytest-qt's bot, which waits longer before it gives up: tests share the machine with others."""
    from pytestqt.qtbot import QtBot

    class PatientBot(QtBot):
        def waitUntil(self, callback: Any, *, timeout: int = PATIENCE) -> None:
            super().waitUntil(callback, timeout=timeout)

        def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **options: Any) -> Any:
            return super().waitSignal(signal, timeout=timeout, **options)

        def waitExposed(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
            return super().waitExposed(widget, timeout=timeout)

    return PatientBot(request)


@pytest.fixture
def isolated_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: Any) -> Iterator[Path]:
    """Give QSettings, and all that Qt or a started program keeps for the user, a fresh folder."""
    from PySide6.QtCore import QSettings

    home = tmp_path / "home"
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(home / variable.lower()))
    monkeypatch.setenv("GRADVIZ_TOUR", "off")  # it would lie over what a test looks for
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
            QSettings.setPath(form, scope, str(home / scope.name))
    default_format, names = QSettings.defaultFormat(), (qapp.organizationName(), qapp.applicationName())
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    qapp.setOrganizationName("gradviz")
    qapp.setApplicationName("gradviz")
    yield home
    if qapp.styleSheet():  # a window's look must not reach the next test
        qapp.setStyleSheet("")
    QSettings.setDefaultFormat(default_format)
    qapp.setOrganizationName(names[0])
    qapp.setApplicationName(names[1])


@pytest.fixture
def no_leaked_widgets_or_timers(qapp: Any) -> Iterator[None]:
    """Fail a test that leaves a visible window, or an active timer that no object owns."""
    import shiboken6
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer

    def active_timers() -> list[Any]:
        # Qt's wrappers are a few hundred; the garbage collector's objects, of which most are no timers, a million.
        timers = [obj for obj in shiboken6.getAllValidWrappers() if type(obj) is QTimer]
        return [timer for timer in timers if timer.isActive() and timer.parent() is None]

    windows_before = {id(window) for window in qapp.topLevelWidgets()}
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    leaked = active_timers()
    for timer in leaked:
        timer.stop()
    windows = [w for w in qapp.topLevelWidgets() if id(w) not in windows_before and w.isVisible()]
    for window in windows:
        window.close()
    if leaked or windows:
        pytest.fail(f"the test left {leaked + windows}", pytrace=False)


def _wait_until_empty(find: Callable[[], list[Any]]) -> list[Any]:
    """What `find` still finds after at most `GRACE` seconds."""
    deadline = time.monotonic() + GRACE
    while (found := find()) and time.monotonic() < deadline:
        time.sleep(0.01)
    return found


def _is_python_thread(thread: threading.Thread) -> bool:
    # A thread of Qt's pool that has run Python once stays listed as a dummy long after it ended.
    return not isinstance(thread, threading._DummyThread)


def _children() -> set[int]:
    """Process ids of this process's children, from /proc; nothing where the system does not list them there."""
    children: set[int] = set()
    if not _has_children():
        return children
    for thread in _threads():  # twice for each test: without pathlib, which takes ten times as long
        with contextlib.suppress(OSError), open(f"/proc/self/task/{thread}/children", "rb", buffering=0) as listed:
            children.update(map(int, listed.read().split()))  # no such file: the thread ended meanwhile
    return children


def _has_children() -> bool:
    """Whether there may be any: asking so costs a hundredth of listing them."""
    if not hasattr(os, "waitid"):
        return True
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)  # waits for none, and takes none
    except ChildProcessError:
        return False
    return True


def _threads() -> list[str]:
    with contextlib.suppress(OSError):
        return os.listdir("/proc/self/task")
    return []


def _helpers_of_multiprocessing() -> set[int | None]:
    """The standard library's own helper processes, which live as long as the interpreter."""
    tracker = sys.modules.get("multiprocessing.resource_tracker")
    forkserver = sys.modules.get("multiprocessing.forkserver")
    return {
        tracker._resource_tracker._pid if tracker else None,
        forkserver._forkserver._forkserver_pid if forkserver else None,
    }


def _command(pid: int) -> str:
    try:
        command = Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ").strip()
    except OSError:
        command = ""
    return command or f"process {pid}, ended but not waited for"
