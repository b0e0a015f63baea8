from __future__ import annotations

from math import dist

from network.rules.graph import HEIGHT, WIDTH, chosen_nodes, layout

CLIQUES = [(1, 2), (2, 3), (1, 3), (11, 12), (12, 13), (11, 13)]


def test_the_same_relations_give_the_same_drawing_and_related_ones_stand_near():
    places = layout([1, 2, 3, 11, 12, 13], CLIQUES)
    assert places == layout([1, 2, 3, 11, 12, 13], CLIQUES[::-1])
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places.values())
    assert dist(places[1], places[2]) < dist(places[1], places[12])


def test_nothing_and_one_alone_are_drawn_too():
    assert layout([], []) == {}
    assert list(layout([5], [])) == [5]


def test_of_too_many_those_with_most_relations_are_drawn_and_the_rest_is_counted():
    assert chosen_nodes([(1, 2), (1, 3), (1, 3), (2, 3), (3, 4)], most=2) == ([3, 1], 2)
