import pytest

from core.charts.build_map import area, build, clip, path, simplify


def test_simplify_drops_what_lies_on_the_line():
    assert simplify([(0, 0), (5, 0.5), (10, 0), (10, 10)]) == [(0, 0), (10, 0), (10, 10)]


def test_clip_cuts_a_ring_at_the_edge_of_the_sheet():
    assert area(clip([(-10, 10), (10, 10), (10, 20), (-10, 20)])) == pytest.approx(100)


def test_path_tells_steps_in_whole_numbers():
    assert path([(1.2, 1), (4, -3), (4, 5)]) == "M1 1l3-4 0 8z"


def test_build_draws_a_country_from_its_arcs():
    square = [[10, 50], [2, 0], [0, 2], [-2, 0], [0, -2]]
    world = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [square],
        "objects": {"countries": {"geometries": [
            {"type": "Polygon", "arcs": [[0]], "id": "276", "properties": {"name": "Germany"}},
            {"type": "Polygon", "arcs": [[0]], "id": "470", "properties": {"name": "Malta"}},
        ]}},
    }  # fmt: skip
    drawing = build(world)
    assert (list(drawing["states"]), list(drawing["rings"])) == (["DE"], ["MT"])
