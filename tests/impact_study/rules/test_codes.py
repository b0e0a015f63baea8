from hypothesis import given
from hypothesis import strategies as st

from impact_study.rules.codes import LETTERS, is_right, new_code, plain_code, pseudonym

SECRET = "a" * 64


def test_a_new_code_is_right_however_it_is_typed():
    code = new_code(SECRET)

    assert [is_right(typed, SECRET) for typed in (code, code.lower(), code.replace("-", " "), f" {code}\n")] == [
        True
    ] * 4


def test_a_code_of_another_study_or_after_the_secret_is_gone_is_wrong():
    code = new_code(SECRET)

    assert [is_right(code, other) for other in ("b" * 64, "")] == [False, False]


@given(st.integers(0, 11), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_noticed(place, letter):
    code = plain_code("ACDE-FGHJ" + new_code(SECRET)[9:])
    right = plain_code(new_code(SECRET))
    changed = right[:place] + letter + right[place + 1 :]

    assert is_right(changed, SECRET) == (changed == right)
    assert len(code) == 12


def test_letters_that_look_alike_are_not_used():
    assert not set(LETTERS) & set("0O1IL2Z5S8BUV")


def test_pseudonyms_of_two_studies_and_of_two_ways_have_nothing_in_common():
    made = {pseudonym(secret, kind, "x") for secret in (SECRET, "b" * 64) for kind in ("code", "account")}

    assert len(made) == 4
