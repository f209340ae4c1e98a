"""The document as data: what is written is read again, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.gui.documents.document import LAYOUTS, LEVELS, MAX_TEXT, METHODS, Descent, Document, DocumentError
from gradviz.gui.documents.files import read_document, write_document

_numbers = st.floats(allow_nan=False, allow_infinity=False)
_documents = st.builds(
    Document,
    text=st.text(),
    wrt=st.lists(st.text(min_size=1), max_size=3).map(tuple),
    order=st.sampled_from([1, 2]),
    method=st.sampled_from(METHODS),
    layout=st.sampled_from(LAYOUTS),
    level=st.sampled_from(LEVELS),
    shapes=st.booleans(),
    dims=st.dictionaries(st.text(min_size=1), st.integers(1, 50)),
    values=st.dictionaries(
        st.text(min_size=1), st.one_of(_numbers, st.lists(_numbers, min_size=1), st.just([[1.0, 2.0], [3.0, 4.0]]))
    ),
    point=st.none() | st.tuples(_numbers, _numbers),
    descent=st.builds(
        Descent,
        start=st.none() | st.tuples(_numbers, _numbers),
        step_size=st.none() | st.floats(1e-9, 1e3),
        steps=st.none() | st.integers(1, 1000),
    ),
)


@given(_documents)
def test_a_document_is_read_as_it_was_written(document: Document) -> None:
    assert Document.from_json(document.to_json()) == document


def test_missing_attributes_get_their_defaults() -> None:
    assert Document.from_json('{"format": "gradviz", "version": 1, "text": "x"}') == Document(text="x")


def test_the_file_names_its_format_and_version() -> None:
    body = json.loads(Document().to_json())
    assert (body["format"], body["version"]) == ("gradviz", 1)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"format": "other"}, "not a gradviz document"),
        ({"version": 2}, "version 2"),
        ({"version": True}, "version"),
        ({"version": None}, "version"),
        ({"text": 3}, "“text”"),
        ({"order": 3}, "“order”"),
        ({"order": True}, "“order”"),
        ({"layout": "sideways"}, "“layout”"),
        ({"layout": []}, "“layout”"),
        ({"wrt": "x"}, "“wrt”"),
        ({"wrt": [1]}, "“wrt”"),
        ({"shapes": 1}, "“shapes”"),
        ({"dims": {"n": 0}}, "“dims.n”"),
        ({"dims": {"n": 2.5}}, "“dims.n”"),
        ({"dims": []}, "“dims”"),
        ({"values": {"a": "1"}}, "“values.a”"),
        ({"values": {"a": []}}, "“values.a”"),
        ({"values": {"a": [[1, 2], [3]]}}, "“values.a”"),
        ({"values": {"a": [[1], 2]}}, "“values.a”"),
        ({"values": {"a": 10**400}}, "finite"),
        ({"point": [1]}, "“point”"),
        ({"point": [1, None]}, "“point”"),
        ({"descent": {"step_size": 0}}, "“descent.step_size”"),
        ({"descent": {"steps": -1}}, "“descent.steps”"),
        ({"descent": None}, "“descent”"),
        ({"descent": {"parameters": {"gamma": 10**400}}}, "“descent.parameters.gamma”"),
        ({"descent": {"parameters": {"gamma": [1]}}}, "“descent.parameters.gamma”"),
        ({"descent": {"state": ["x"]}}, "“descent.state”"),
        ({"text": "x" * (MAX_TEXT + 1)}, "at most 100000 characters"),
        ({"text": "x' \ud800 x"}, "“text”"),
        ({"wrt": ["\udfff"]}, "“wrt”"),
        ({"wrt": ["x"] * 100_000}, "“wrt”"),
        ({"values": {"\ud800": 1}}, "“values”"),
        ({"dims": {"": 1}}, "“dims”"),
    ],
)
def test_what_cannot_be_is_refused_by_name(change: dict, words: str) -> None:
    body = json.loads(Document().to_json()) | change
    with pytest.raises(DocumentError, match=words):
        Document.from_json(json.dumps(body))


@pytest.mark.parametrize("source", ["", "[]", "null", "{", "\x00", '{"a": 1}', "[" * 100_000, b"\xff\xfe\x00"])
def test_other_files_are_refused(source: str | bytes) -> None:
    with pytest.raises(DocumentError):
        Document.from_json(source)


def test_a_file_that_is_nested_too_deeply_says_so() -> None:
    nested = '{"format": "gradviz", "version": 1, "values": {"a": ' + "[" * 50_000 + "]" * 50_000 + "}}"
    with pytest.raises(DocumentError, match="nested too deeply"):
        Document.from_json(nested)


def test_halves_of_characters_that_were_pasted_do_not_keep_the_document_from_being_saved(tmp_path: Path) -> None:
    write_document(tmp_path / "a.gradviz", Document(text="x' \ud800 x"))
    assert read_document(tmp_path / "a.gradviz").text == "x' ? x"


def test_numbers_that_json_does_not_have_are_refused() -> None:
    with pytest.raises(DocumentError, match="finite"):
        Document.from_json('{"format": "gradviz", "version": 1, "values": {"a": NaN}}')
