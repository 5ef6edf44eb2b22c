"""Forms of verbs as they are kept: the same after a journey to the disk, and read only where they are asked for."""

import pickle

from tieline.extract.syntax.grammar import grammar_of
from tieline.extract.syntax.verb_forms import VerbForms
from tieline.rules.load import shipped

FORMS = {
    "sign": (("sign", "base"),),
    "signed": (("sign", "past"), ("sign", "part")),
    "co-chair": (("co-chair", "base"),),
    "be": (("be", "base"),),
}


def test_forms_are_a_mapping() -> None:
    forms = VerbForms(FORMS)
    assert dict(forms) == FORMS
    assert len(forms) == 4
    assert forms.get("signs") is None
    assert "signed" in forms
    assert "" not in forms


def test_what_is_kept_is_the_same() -> None:
    made = grammar_of(shipped()).forms
    assert dict(pickle.loads(pickle.dumps(made))) == dict(made)
    assert made["went"] == (("go", "past"),)
