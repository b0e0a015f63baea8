from impact_study.rules.sav_names import cut, legal_names


def test_legal_names_are_unique_whatever_the_case():
    assert legal_names(["Age", "age", "by"]) == {"Age": "Age", "age": "age_2", "by": "by_"}


def test_cut_never_goes_through_a_letter():
    assert cut("żółć", 3) == "ż"
    assert cut("Ωμέγα", 4) == "Ωμ"
    assert cut("short", 120) == "short"
