from impact_study.rules.disclosure import combinations_below, counted, view_problems

SIZES = {("ES", "p1"): 40, ("ES", "p2"): 3, ("RO", "p3"): 12, ("MT", "p4"): 4}


def codes(wanted, *earlier):
    return [problem.code for problem in view_problems(SIZES, wanted, earlier, 5)]


def test_view_problems_refuse_few_people():
    assert codes((("MT",), ())) == ["view_too_small"]


def test_view_problems_refuse_a_view_that_leaves_few_people_out():
    assert codes((("ES", "RO"), ())) == ["view_too_near"]


def test_view_problems_give_a_view_that_is_large_and_leaves_many_out():
    assert codes((("ES",), ())) == []


def test_view_problems_refuse_what_differs_little_from_an_earlier_view():
    spain, its_first_partner = (("ES",), ()), ((), ("p1",))

    assert codes(its_first_partner, spain) == ["view_too_near"]
    assert codes(its_first_partner) == []
    assert codes(its_first_partner, its_first_partner) == []


def test_view_problems_join_earlier_views():
    sizes = {("a",): 20, ("b",): 20, ("c",): 3, ("d",): 20}
    earlier = [(("a",),), (("b",),)]

    assert [p.code for p in view_problems(sizes, (("a", "b", "c"),), earlier, 5)] == ["view_too_near"]
    assert view_problems(sizes, (("a", "b", "c"),), [], 5) == []


def test_combinations_below_lists_the_rarest_first():
    groups = [("ES", "x", "teacher")] * 6 + [("ES", "y", "director")] + [("RO", "z", "teacher")] * 2

    assert combinations_below(counted(groups), 5) == [(("ES", "y", "director"), 1), (("RO", "z", "teacher"), 2)]
