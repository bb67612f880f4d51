"""Texts as YAML: whatever stands in a value, the loader reads it back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.files.writing import scalar
from directory.source.parsing.parse import parse
from directory.source.tree import Scalar, Sequence

TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufffe\uffff\ufeff"), min_size=1
)


def read(text: str) -> str:
    root = parse(f"a: {scalar(text)}\nb: [{scalar(text, in_brackets=True)}]\n", "a.yaml").root
    assert root
    value, several = root.values["a"], root.values["b"]
    assert isinstance(value, Scalar)
    assert isinstance(several, Sequence)
    assert [(one.text, one.absent) for one in several.items if isinstance(one, Scalar)] == [(value.text, value.absent)]
    assert not value.absent
    return value.text


@given(TEXT)
def test_any_text_is_read_back(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize(
    "text", ["Haus #3", "a #b", "null", "NULL", "Null", "~", "no", "07743", "18:30", "a: b", "- a"]
)
def test_texts_that_mean_something_else_in_yaml_are_read_back(text: str) -> None:
    assert read(text) == text
