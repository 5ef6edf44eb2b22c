from tieline.extract.syntax.grammar import grammar_of
from tieline.query.reading.words import stem
from tieline.rules.load import shipped

# forms that are more often something else: "meeting" and "proceeds" are nouns, "going" and "doing" say little of themselves
OTHERS = {
    "going",
    "goes",
    "doing",
    "meeting",
    "proceeds",
    "wound",
    "bes",
    "bing",
    "ups",
    "uped",
    "uping",
    "upped",
    "upping",
    "foreseed",
    "overseed",
}


def test_all_forms_of_a_verb_have_its_stem() -> None:
    forms = {form: {lemma for lemma, _ in readings} for form, readings in grammar_of(shipped()).forms.items() if form not in OTHERS}
    apart = {form: lemma for form, lemmas in forms.items() for lemma in lemmas if len(lemmas) == 1 and stem(form) != stem(lemma)}
    assert not apart
