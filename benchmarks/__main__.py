"""Run the benchmarks one after the other: ``python -m benchmarks [name ...]``; soak and fuzz run only when named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NOT_SCRIPTS = {"__main__", "gui_session"}
ONLY_WHEN_NAMED = {"soak", "fuzz"}


def main() -> int:
    """The number of benchmarks that did not end well."""
    available = sorted(p.stem for p in HERE.glob("*.py") if p.stem not in NOT_SCRIPTS)
    chosen = sys.argv[1:] or [name for name in available if name not in ONLY_WHEN_NAMED]
    unknown = set(chosen) - set(available)
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(available)}", file=sys.stderr)
        return 2
    failed = 0
    for name in chosen:
        print(f"== {name} ==", flush=True)
        failed += subprocess.run([sys.executable, str(HERE / f"{name}.py")], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
