import pytest

from core.charts.kinds.country_map import europe, fill_of, level_names
from core.charts.samples import SAMPLES


def test_map_holds_the_union_its_neighbours_kosovo_and_malta():
    drawing = europe()
    union = {"AT", "BE", "BG", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV"}
    assert union | {"CY", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XK", "GB", "NO", "CH", "UA", "TR", "RS"} <= {
        *drawing["states"],
        *drawing["rings"],
    }
    assert len(drawing["states"]) >= 39
    assert "MT" in drawing["rings"]


def test_countries_take_the_level_of_their_figure():
    spec = SAMPLES["map"]
    fills = dict(zip(spec.codes, (fill_of(spec, row) for row in range(len(spec.codes))), strict=True))
    assert {code: fills[code] for code in ("ES", "RO", "BE", "DE", "MT")} == {
        "ES": "map-4", "RO": "map-3", "BE": "map-1", "DE": "edge", "MT": "map-0",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sample", "names"), [("map", ["under 10", "10–49", "50–99", "100–199", "200 or more"]), ("partner map", [])]
)
def test_levels_are_named_by_their_figures(sample, names):
    assert level_names(SAMPLES[sample]) == names
