r"""What stands around a pasted function and is no part of it: ``\min_w``, ``\nabla_w``,
``\frac{\partial}{\partial w}``, titles such as ``\log p(x \mid \mu) =``, and LaTeX that only lays out.

Everything is blanked out, so that every other place in the text stays where it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gradviz.language.names import canonical_name

__all__ = ["Instructions", "without_constants", "without_instructions", "without_layout"]

MAX_LINE = 4_000
"""Characters; a longer line is read as it is."""

_GROUP = r"\{(?:[^{}\n]|\{[^{}\n]*\})*\}"
_LAYOUT = re.compile(
    rf"""(?<!\\)(?:
    \\(?:tag\*?|label|mspace|hspace\*?|phantom|vphantom|hphantom|ref|eqref)\s*{_GROUP}
  | \\(?:nonumber|notag|nolimits|limits|displaystyle|textstyle|q?quad|thinspace|negthinspace|enspace)(?![A-Za-z])
  | \\[!,;:>]
  )""",
    re.VERBOSE,
)
_EQUALS = re.compile(
    rf"\\(?:stackrel|overset)\s*{_GROUP}\s*(?:\{{\s*=\s*\}}|=)|\\(?:coloneqq|coloneq|triangleq|doteq|equiv)(?![A-Za-z])|[≔≡≜≝]"
)
_DISPLAY = r"\{\s*(?:equation|align|aligned|gather|gathered|split|multline|displaymath)\*?\s*\}"
"""The environment of a displayed formula."""
_FINAL = re.compile(rf"[.,;](?=\s*(?:\\end\s*{_DISPLAY}|\\\]|\\\)|\$))")
"""A stop at the end of a displayed formula."""
_NORM_KIND = re.compile(
    r"(?<=[|‖t])\s*_\s*(?:\{\s*)?\\(?:mathrm|text|textrm|mathsf|rm|operatorname)\s*\{?\s*([F12])\s*\}?(?:\s*\})?"
)
"""``\\|X\\|_{\\mathrm{F}}``."""
_OLD_FONT = re.compile(r"(?<![\^_])\{\s*\\(?:rm|sf|tt|cal)\s+([A-Za-z]+)\s*\}")
_PROSE = (
    "where|with|for|and|let|consider|is|are|be|symmetric|diagonal|orthogonal|invertible|positive|definite|semidefinite"
)
_WORDS = re.compile(
    rf"\\(?:text|textrm|mathrm|mbox)\s*\{{\s*((?:{_PROSE})(?:[\s-]+(?:{_PROSE}))*)\s*[.,:]?\s*\}}", re.IGNORECASE
)
_CONSTANT = re.compile(
    r"[+-]\s*(?:\\(?:text|textrm|mathrm|operatorname|mbox)\s*\{\s*const(?:ant)?\.?\s*\}|const(?:ant)?\b)"
    r"\s*\.?[ \t$]*(?=\n|\Z)"
)
_OWN_CONSTANT = re.compile(r"^\s*const(?:ant)?\s*(?:[,=∈]|in\b|\\in\b)", re.MULTILINE)
"""It is declared or defined."""


def without_layout(text: str) -> str:
    r"""The text with tags, labels, thin spaces and the like blanked out, and the signs of a definition as ``=``."""
    if "\\" in text:
        text = _LAYOUT.sub(_blank, text)
        text = _NORM_KIND.sub(lambda m: f"_{m.group(1)}".ljust(len(m.group())), text)
        text = _FINAL.sub(" ", text)
        text = _OLD_FONT.sub(lambda m: m.group(1).rjust(len(m.group())), text)
        text = _WORDS.sub(lambda m: m.group(1).lower().rjust(len(m.group())), text)
    if "\\" in text or not text.isascii():
        text = _EQUALS.sub(lambda m: "=".rjust(len(m.group())), text)
    return text


def without_constants(text: str) -> tuple[str, list[str]]:
    """The text without constants that are only hinted at, ``+ const``, and what they were; a declared one stays."""
    if "const" not in text or _OWN_CONSTANT.search(text):
        return text, []
    return _CONSTANT.sub(_blank, text), [match.group().strip() for match in _CONSTANT.finditer(text)]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


_FONT = r"(?:\\(?:mathbf|boldsymbol|bm|mathrm|mathcal|mathit|mathsf|vec|hat|tilde|bar)\s*)"
_LETTER = rf"(?:{_FONT}*(?:\{{\s*)?\\?[^\W\d_]+\d*(?:\s*\}})?)"
_UNDER = (
    rf"(?:\{{\s*(?P<under>{_LETTER}(?:_\w+|_\{{\w+\}})?(?:\s*,\s*{_LETTER})*)[^{{}}\n]*(?:{_GROUP}[^{{}}\n]*)*\}}"
    rf"|(?P<single>{_LETTER}(?:_\d+)?))"
)
_AIM_NAME = (
    r"\\(?:operatorname\*?|mathop|text|mathrm|textrm)\s*\{\s*(?:arg\s*(?:\\,)?\s*)?(?:min|max)(?:imi[sz]e)?\s*\}(?:\\limits)?"
    r"|\\arg\s*\\?(?:min|max)|\\(?:argmin|argmax|min|max)(?![A-Za-z])|(?<![A-Za-z\\])(?:arg\s?)?(?:min|max)(?:imi[sz]e)?(?=[_\s])"
)
_AIM = re.compile(
    rf"(?P<title>[^=\n]{{1,40}}=\s*)?(?:\\underset\s*{_UNDER}\s*\{{?\s*(?:{_AIM_NAME})\s*\}}?"
    rf"|(?:{_AIM_NAME})\s*_\s*{_UNDER.replace('under', 'below').replace('single', 'letter')})\s*"
)
"""``\\min_w``, ``\\hat{w} = \\arg\\min_{w}``, ``\\underset{w}{\\text{minimize}}``, ``argmin_w``."""
_BARE_AIM = re.compile(r"(?:minimi[sz]e|maximi[sz]e|let|consider|suppose)\s*:?\s+(?=[\\A-Za-z(|‖1-9-])", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:(?:please\s+)?(?:find|compute|calculate|determine|derive|what\s+is|what's)\s+)?(?:the\s+)?(?:partial\s+|total\s+)?"
    r"(?:gradient|derivative|differential|jacobian)\s+of\s+(?:the\s+function\s+)?(?=\S)"
    r"|(?:please\s+)?differentiate\s+(?=\S)",
    re.IGNORECASE,
)
"""``gradient of x' A x``."""
_D = r"(?:\\partial|∂|\\mathrm\s*\{\s*d\s*\}|\\mathrm\s+d|d)"
_BY = rf"\s*(?P<by>{_LETTER}(?:_\w|_\{{\w+\}})?)\s*"
_OPERATOR = re.compile(
    rf"(?:\\nabla|∇)\s*_\s*(?:\{{\s*(?P<braced>{_LETTER}(?:_\w+)?)\s*\}}|(?P<one>{_LETTER}))\s*"
    rf"|\\[dt]?frac\s*\{{\s*{_D}\s*\}}\s*\{{\s*{_D}{_BY}(?:\^\s*\\top|\^T|')?\s*\}}\s*"
    rf"|{_D}\s*/\s*{_D}(?P<slashed>{_LETTER})(?![A-Za-z])\s*"
)
"""The sign of a derivative before a function: ``\\nabla_w``, ``\\frac{\\partial}{\\partial w}``, ``d/dx``."""
_QUOTIENT = re.compile(rf"\\[dt]?frac\s*\{{\s*{_D}\s*(?![A-Za-z]\s*\}})(?P<inner>.+)\}}\s*\{{\s*{_D}{_BY}\}}[\s=?.]*")
"""``\\frac{\\partial \\log\\det X}{\\partial X}``."""
_RESPECT = re.compile(
    rf"[\s,]+(?:with\s+respect\s+to|w\.?\s?r\.?\s?t\.?)\s+(?:the\s+)?"
    rf"(?P<names>{_LETTER}(?:_\w+)?(?:\s*(?:,|and)\s*{_LETTER}(?:_\w+)?)*)[\s?.]*\Z"
)
"""``..., with respect to x``."""
_SIGNATURE = re.compile(
    rf"(?P<name>{_LETTER})\s*(?::|\\colon)\s*(?:R|ℝ|\\R|\\mathbb\s*\{{?R\}}?)[^,=\n]*?(?:->|→|\\to|\\rightarrow)\s*"
    rf"(?:R|ℝ|\\R|\\mathbb\s*\{{?R\}}?)(?:\s*\^\s*(?:\w|{_GROUP}))?\s*,\s*(?=(?P=name)\s*(?:\\left)?\()"
)
_TITLE = re.compile(
    rf"-?\s*(?:(?:\\ln|\\log|ln\s|log\s)\s*)?-?\s*(?:\\operatorname\s*{_GROUP}|{_LETTER})"
    rf"(?:\s*_\s*(?:{_GROUP}|\\[A-Za-z]+|\w)|\s*\^\s*(?:\{{\s*(?:\(\s*\w\s*\)|\*)\s*\}}|\*))*\s*"
    r"(?:\\left|\\[bB]ig+l?)?(?P<open>[(\[])(?P<inside>[^=+\n]*)(?:\\right|\\[bB]ig+r?)?[)\]]\s*:?=(?=.*\S)"
)
_SEPARATED = re.compile(r"\||‖|\\middle|\\[lr]?[vV]ert|\\parallel")
_START = re.compile(rf"(?:[\s$&]|\\\[|\\\(|\\begin\s*{_DISPLAY})*")
_QUESTION = re.compile(r"=\s*\??[\s.$]*\Z")


@dataclass(slots=True)
class Instructions:
    """What was taken out of a text.

    Attributes
    ----------
    by : the names that it differentiates by, or looks for the best of.
    spans : where it said so.
    """

    by: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)


def without_instructions(text: str) -> tuple[str, Instructions]:
    r"""The text without what says what to do with the function, and what that was.

    ``\min_w \|X w - y\|^2`` is the function behind ``\min_w``; ``\nabla_X \log\det X`` is ``\log\det X``, by X. A
    derivative of one term among several is left for the parser to refuse.
    """
    said = Instructions()
    lines = text.split("\n")
    start = 0
    for i, line in enumerate(lines):
        if len(line) < MAX_LINE:
            here = Instructions()
            lines[i] = _without(line, here)
            said.by += [name for name in here.by if name not in said.by]
            said.spans += [(start + a, start + b) for a, b in here.spans]
        start += len(line) + 1
    return "\n".join(lines), said


def _without(line: str, said: Instructions) -> str:
    begin = _START.match(line)
    at = begin.end() if begin is not None else 0
    asked = _ASKED.match(line, at)
    if asked is not None:
        at, line = asked.end(), _cut(line, at, asked.end())
    respect = _RESPECT.search(line)
    if respect is not None and line[at : respect.start()].strip():
        said.by += [_name(name) for name in re.split(r"\s*,\s*|\s+and\s+", respect["names"])]
        said.spans.append((respect.start(), respect.end()))
        line = _cut(line, respect.start(), respect.end())
    for _ in range(4):
        found = _signature(line, at) or _aim(line, at, said) or _derivative(line, at, said) or _title(line, at)
        if found is None:
            return line
        end, line = found
        at = end
    return line


def _cut(line: str, start: int, end: int) -> str:
    return line[:start] + " " * (end - start) + line[end:]


def _signature(line: str, at: int) -> tuple[int, str] | None:
    match = _SIGNATURE.match(line, at)
    return None if match is None else (match.end(), _cut(line, at, match.end()))


def _aim(line: str, at: int, said: Instructions) -> tuple[int, str] | None:
    match = _AIM.match(line, at)
    if match is None:
        match = _BARE_AIM.match(line, at)
        return None if match is None else (match.end(), _cut(line, at, match.end()))
    names = next((g for g in (match[g] for g in ("under", "single", "below", "letter")) if g), "")
    found = [_name(name) for name in names.split(",")]
    rest = line[match.end() :]
    indices = [name for name in found if len(name) == 1 and re.search(rf"_\{{?\w?{name}(?![A-Za-z])", rest)]
    if not rest.strip() or indices or rest.lstrip()[:1] == ",":
        return None  # max_i x_i: over an index
    said.by += found
    said.spans.append((at, match.end()))
    return match.end(), _cut(line, at, match.end())


def _derivative(line: str, at: int, said: Instructions) -> tuple[int, str] | None:
    match = _OPERATOR.match(line, at)
    if match is not None:
        rest = _QUESTION.sub(_blank, line[match.end() :])
        if not rest.strip() or "=" in rest or not _is_one_term(rest):  # of one term, or what is told is the derivative
            return None
        said.by.append(_name(next(g for g in (match[g] for g in ("braced", "one", "by", "slashed")) if g)))
        said.spans.append((at, match.end()))
        return match.end(), _cut(line, at, match.end())[: match.end()] + rest
    match = _QUOTIENT.fullmatch(line, at)
    if match is None or not _is_balanced(match["inner"]):
        return None
    said.by.append(_name(match["by"]))
    said.spans.append((at, len(line.rstrip())))
    start, end = match.span("inner")
    return end, _cut(_cut(line, at, start), end, len(line))


def _title(line: str, at: int) -> tuple[int, str] | None:
    r"""``\log p(x \mid \mu) =``, ``D_{KL}(p \| q) =``, ``p_\theta(x) =``: a left side that names nothing usable."""
    match = _TITLE.match(line, at)
    if match is None:
        return None
    head = re.sub(r"\\(?:left|[bB]ig+l?)\s*\Z", "", line[at : match.start("open")]).strip()
    named = _NAMED.fullmatch(head) is not None
    if (named and not _SEPARATED.search(match["inside"])) or not _is_balanced(match["inside"]):
        return None
    return match.end(), _cut(line, at, match.end())


_NAMED = re.compile(rf"{_LETTER}(?:_\w+|_\{{\s*(?:\\(?:text|mathrm|rm|operatorname)\s*\{{?\s*)?\w+\s*\}}?\s*\}})?")


def _is_balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        if depth < 0:
            return False
    return depth == 0


def _is_one_term(text: str) -> bool:
    """Whether no plus or minus stands outside brackets and norms, so that what acts on the first term acts on all."""
    depth, bars = 0, 0
    text = re.sub(r"\\[lr]?Vert|\\\||‖|\|\|", "‖", text)
    text = re.sub(r"\\[lr]?vert(?![A-Za-z])", "|", text)
    for i, character in enumerate(text):
        depth += (character in "([{⟨") - (character in ")]}⟩")
        bars ^= character in "‖|"
        if character in "+-−" and depth == 0 and not bars and text[:i].strip(" \t\\,;{}$"):
            return False
    return True


def _name(text: str) -> str:
    r"""``{\mathbf{w}}`` and ``\theta_1`` as their names."""
    for _ in range(3):
        text = re.sub(rf"{_FONT}", "", text)
    return canonical_name(text.translate(str.maketrans("", "", "{}\\ ")))
