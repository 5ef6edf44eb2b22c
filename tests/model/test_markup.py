"""Words without the marks of Markdown."""

import pytest

from tieline.model.markup import unmarked


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**Vael** met *Ruhn* in __Torv__", "Vael met Ruhn in Torv"),
        ("***Vael*** met `Ruhn`", "Vael met Ruhn"),
        ("the [tax pact](https://vael.example/a_b) of _May_", "the tax pact of May"),
        ("Vael** and *Ruhn*", "Vael and Ruhn"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("a note[1] (see below)", "a note[1] (see below)"),
    ],
)
def test_marks_fall_away(text: str, plain: str) -> None:
    assert unmarked(text) == plain
