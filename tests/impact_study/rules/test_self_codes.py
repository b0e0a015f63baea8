from impact_study.rules.self_codes import Coded, Matching, match, normal, self_code

SECRET = "a" * 64


def code(*elements):
    return self_code(elements, SECRET)


def test_answers_are_the_same_whatever_case_accent_and_space():
    assert {normal(text) for text in ("Á", "a", " A ")} == {"a"}
    assert code("Á", "2", "L", "s", "o") == code("a", "2", "l", "S", "O")


def test_a_code_fits_its_column_and_lacks_nothing():
    assert len(code("m", "2", "l", "s", "o")) == 64
    assert code("m", "", "l", "s", "o") == ""


def test_rounds_are_matched_on_all_elements_then_on_all_but_one():
    first = [
        Coded("f1", code("a", "1", "b", "c", "d")),
        Coded("f2", code("e", "2", "f", "g", "h")),
        Coded("f3", code("q", "3", "r", "s", "t")),
    ]
    second = [
        Coded("s1", code("a", "1", "b", "c", "d")),
        Coded("s2", code("e", "2", "f", "g", "x")),
        Coded("s3", code("z", "9", "z", "z", "z")),
    ]

    assert match(first, second) == Matching(pairs={"s1": "f1", "s2": "f2"}, exact=1, tolerant=1, unmatched=1)


def test_two_candidates_are_ambiguous_from_either_side_and_another_place_is_none():
    near = [code("a", "1", "b", "c", last) for last in "de"]
    first = [Coded("f1", near[0]), Coded("f2", near[1])]

    assert match(first, [Coded("s", code("a", "1", "b", "c", "x"))]).ambiguous == 1
    assert (
        match([Coded("f", near[0])], [Coded("s1", near[1]), Coded("s2", code("a", "1", "b", "c", "x"))]).ambiguous == 2
    )
    assert match([Coded("f", near[0], place="A")], [Coded("s", near[0], place="B")]).unmatched == 1


def test_the_last_of_two_in_one_round_counts_and_the_number_is_told():
    same = code("a", "1", "b", "c", "d")

    found = match([Coded("f1", same), Coded("f2", same)], [Coded("s", same)])

    assert (found.pairs, found.duplicates) == ({"s": "f2"}, 1)
