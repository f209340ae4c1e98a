"""The fixtures of tests/conftest.py themselves: they fail what leaks, and only that."""

from pathlib import Path

import pytest

CONFTEST = Path(__file__).parents[1] / "conftest.py"

LEAKS = """
    import subprocess, sys, threading

    import pytest

    kept = []

    def test_thread():
        thread = threading.Thread(target=threading.Event().wait, args=(5,), daemon=True, name="leaky")
        thread.start()

    def test_process():
        kept.append(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(30)"]))

    def test_previous_process_was_killed():
        assert kept[0].wait(5) != 0

    def test_timer(qapp):
        from PySide6.QtCore import QTimer
        timer = QTimer()
        timer.start(1000)
        kept.append(timer)

    def test_window(qapp):
        from PySide6.QtWidgets import QWidget
        window = QWidget()
        window.show()
        kept.append(window)
"""

TIDY = """
    import subprocess, sys, threading

    def test_thread():
        threading.Thread(target=threading.Event().wait, args=(0.2,)).start()

    def test_process():
        subprocess.run([sys.executable, "-c", ""], check=True)

    def test_owned_timer_and_closed_window(qtbot):
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QWidget
        window = QWidget()
        qtbot.addWidget(window)
        QTimer(window).start(10)
        window.show()

    def test_settings_are_written(qapp, tmp_path):
        from PySide6.QtCore import QSettings
        settings = QSettings()
        settings.setValue("colour", "blue")
        settings.sync()
        assert settings.fileName().startswith(str(tmp_path))

    def test_settings_of_the_other_test_are_gone(qapp):
        from PySide6.QtCore import QSettings
        assert QSettings().value("colour") is None
"""


def run(pytester: pytest.Pytester, source: str) -> pytest.RunResult:
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8").replace("GRACE = 10.0", "GRACE = 0.5"))
    pytester.makepyfile(source)
    return pytester.runpytest_subprocess("-p", "no:xdist", "-p", "no:cacheprovider", "-o", "qt_api=pyside6")


def test_leaks_fail_the_test_that_leaves_them(pytester: pytest.Pytester) -> None:
    result = run(pytester, LEAKS)
    result.assert_outcomes(passed=5, errors=4)
    result.stdout.fnmatch_lines_random(
        [
            "the test left threads running: *leaky*",
            "the test left child processes: *time.sleep*",
            "the test left *QTimer*",
            "the test left *QWidget*",
        ]
    )


def test_tidy_tests_pass_and_see_fresh_settings(pytester: pytest.Pytester) -> None:
    run(pytester, TIDY).assert_outcomes(passed=5)
