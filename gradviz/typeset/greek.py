"""Greek letters and their names, as users type them and as the targets know them."""

from __future__ import annotations

__all__ = ["LETTERS", "NAMES", "VARIANTS"]

_LOWER = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi "
    "psi omega"
)
_UPPER = [name.capitalize() for name in _LOWER.split()]

VARIANTS = ("varepsilon", "vartheta", "varphi")
"""Second forms of a letter, under LaTeX's names."""

LETTERS: dict[str, str] = {
    **dict(zip("αβγδεζηθικλμνξοπρστυφχψω", _LOWER.split(), strict=True)),
    **dict(zip("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", _UPPER, strict=True)),
    **dict(zip("ϵϑϕ", VARIANTS, strict=True)),
}
"""Letter -> name."""

NAMES = frozenset(LETTERS.values())
