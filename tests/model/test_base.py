"""Values made without a check are those that a check lets pass."""

import pickle

import pytest

from tieline.model.base import Value
from tieline.model.edtf import time_value
from tieline.model.span import Citation
from tieline.model.time import TimeMention, Timex3

VALUES = [
    (Timex3, {"type": "DATE", "value": "2008-11-21"}),
    (Citation, {"document": "a1", "start": 3, "end": 7, "quote": "2008"}),
    (TimeMention, {"timex3": Timex3(type="DATE", value="2008"), "text": "2008", "end": 7, "start": 3, "time": time_value("2008")}),
]


@pytest.mark.parametrize(("kind", "fields"), VALUES, ids=[kind.__name__ for kind, _ in VALUES])
def test_made_without_a_check(kind: type[Value], fields: dict[str, object]) -> None:
    made, checked = kind.made(**fields), kind(**fields)
    assert made == checked
    assert hash(made) == hash(checked)
    assert list(vars(made)) == list(vars(checked)) == list(kind.model_fields)
    assert made.model_fields_set == checked.model_fields_set
    assert made.model_dump_json() == checked.model_dump_json()
    assert pickle.loads(pickle.dumps(made)) == checked
    assert made.model_copy() == checked
