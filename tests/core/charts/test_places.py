from core.charts import Place, by_country, places_map, svg

SCHOOL, CHAMBER = Place("ES", "Spain", "A school"), Place("es", "Spain", "A chamber")
COLLEGE = Place("RO", "Romania", "A college", "/ro")


def test_places_stand_under_their_countries():
    assert by_country([SCHOOL, COLLEGE, CHAMBER]) == [("Spain", [SCHOOL, CHAMBER]), ("Romania", [COLLEGE])]


def test_places_map_marks_each_country_once_and_says_which():
    spec = places_map([SCHOOL, COLLEGE, CHAMBER], title="Partners")
    drawing = svg(spec)
    assert (spec.codes, drawing.count('class="fill-primary')) == (("ES", "RO"), 2)
    assert "<desc" in drawing
    assert "Spain, Romania</desc>" in drawing


def test_map_without_places_is_only_a_map():
    drawing = svg(places_map([], title="Partners"))
    assert ("fill-primary" in drawing, "fill-sunken" in drawing) == (False, True)
