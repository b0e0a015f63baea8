"""Draw europe.json anew from Natural Earth 1:50m (public domain) in the TopoJSON form of the npm package
`world-atlas`: `python core/charts/build_map.py countries-50m.json core/charts/europe.json`.

Lambert's conformal conic projection with parallels 35° and 65°; borders are simplified once for both sides,
so neighbours still meet; islands too small to see are left out, states too small to see become rings.
Crimea, which the source gives to the power that holds it, is drawn as Ukraine, and Cyprus as one island.
"""

import itertools
import json
import math
import sys
from pathlib import Path
from typing import Any

type Point = tuple[float, float]

WIDTH, HEIGHT = 1000, 960
LEFT, TOP, UNITS_PER_RADIUS = -415, 545, 1440
TOLERANCE, SMALLEST_PART = 1.5, 18.0
CYPRUS, RUSSIA = "196", "643"
CRIMEA = (790, 880, 615, 670)
STATES = {
    "008": "AL", "020": "AD", "040": "AT", "056": "BE", "070": "BA", "100": "BG", "112": "BY", "191": "HR",
    "196": "CY", "203": "CZ", "208": "DK", "233": "EE", "246": "FI", "250": "FR", "276": "DE", "300": "GR",
    "348": "HU", "352": "IS", "372": "IE", "380": "IT", "428": "LV", "438": "LI", "440": "LT", "442": "LU",
    "470": "MT", "498": "MD", "499": "ME", "528": "NL", "578": "NO", "616": "PL", "620": "PT", "642": "RO",
    "688": "RS", "703": "SK", "705": "SI", "724": "ES", "752": "SE", "756": "CH", "792": "TR", "804": "UA",
    "807": "MK", "826": "GB", "Kosovo": "XK",
}  # fmt: skip
SURROUNDINGS = {"643", "760", "422", "376", "368", "268", "051", "031", "504", "012", "788"} | {
    "434",
    "818",
    "275",
}
RINGS = {"MT", "LI", "AD"}


def project(degrees: Point) -> Point:
    """Longitude and latitude on the sheet, in its units, y downwards."""
    first, second, middle = math.radians(35), math.radians(65), math.radians(52)

    def distance(latitude: float) -> float:
        return math.tan(math.pi / 4 + latitude / 2)

    cone = math.log(math.cos(first) / math.cos(second)) / math.log(distance(second) / distance(first))
    factor = math.cos(first) * distance(first) ** cone / cone
    radius = factor / distance(max(math.radians(degrees[1]), -1.0)) ** cone
    angle = cone * math.radians(degrees[0] - 10)
    x, y = radius * math.sin(angle), factor / distance(middle) ** cone - radius * math.cos(angle)
    return x * UNITS_PER_RADIUS - LEFT, TOP - y * UNITS_PER_RADIUS


def simplify(line: list[Point]) -> list[Point]:
    """The line without the points that lie closer than the tolerance to it (Douglas and Peucker)."""
    if len(line) < 3:
        return line
    (ax, ay), (bx, by) = line[0], line[-1]
    length = math.hypot(bx - ax, by - ay)

    def offset(point: Point) -> float:
        if not length:
            return math.hypot(point[0] - ax, point[1] - ay)
        return abs((bx - ax) * (ay - point[1]) - (ax - point[0]) * (by - ay)) / length

    farthest = max(range(1, len(line) - 1), key=lambda index: offset(line[index]))
    if offset(line[farthest]) < TOLERANCE:
        return [line[0], line[-1]]
    return simplify(line[: farthest + 1])[:-1] + simplify(line[farthest:])


def between(start: float, end: float, share: float) -> float:
    return start + share * (end - start)


def clip(ring: list[Point]) -> list[Point]:
    """The part of a ring that lies on the sheet (Sutherland and Hodgman)."""
    for axis, limit, sign in ((0, 0, 1), (0, WIDTH, -1), (1, 0, 1), (1, HEIGHT, -1)):
        kept: list[Point] = []
        for before, point in zip([ring[-1:], *[[p] for p in ring]], ring, strict=False):
            start = before[0]
            if (sign * (point[axis] - limit) >= 0) != (sign * (start[axis] - limit) >= 0):
                share = (limit - start[axis]) / (point[axis] - start[axis])
                kept.append((between(start[0], point[0], share), between(start[1], point[1], share)))
            if sign * (point[axis] - limit) >= 0:
                kept.append(point)
        if not kept:
            return []
        ring = kept
    return ring


def area(ring: list[Point]) -> float:
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def path(ring: list[Point]) -> str:
    """Whole numbers, each point told from the one before."""
    points = [(round(x), round(y)) for x, y in ring]
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in itertools.pairwise(points)]
    figures = " ".join(f"{x} {y}" for x, y in steps if x or y).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{figures}z" if figures else ""


def rings_of(geometry: dict[str, Any], arcs: list[list[Point]]) -> list[list[Point]]:
    """The outer rings of a country on the sheet, largest first."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    rings = []
    for polygon in polygons:
        ring: list[Point] = []
        for index in polygon[0]:
            ring += (arcs[index] if index >= 0 else arcs[~index][::-1])[:-1]
        rings.append(clip(ring))
    return sorted((ring for ring in rings if len(ring) > 2), key=area, reverse=True)


def is_crimea(ring: list[Point]) -> bool:
    left, right, top, bottom = CRIMEA
    return all(left < x < right and top < y < bottom for x, y in ring)


def build(world: dict[str, Any]) -> dict[str, Any]:
    """Europe: a path and a middle for each state, one path for the land around."""
    (kx, ky), (dx, dy) = world["transform"]["scale"], world["transform"]["translate"]
    whole, simple = [], []
    for arc in world["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append(project((x * kx + dx, y * ky + dy)))
        whole.append(line)
        simple.append(simplify(line))
    sheet: dict[str, Any] = {"width": WIDTH, "height": HEIGHT, "land": "", "states": {}, "rings": {}}
    for geometry in world["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        number = {"Kosovo": "Kosovo", "N. Cyprus": CYPRUS}.get(name, geometry.get("id"))
        rings = rings_of(geometry, simple)
        if number == RUSSIA:
            crimea = "".join(path(ring) for ring in rings if is_crimea(ring))
            sheet["states"]["UA"] = sheet["states"].get("UA", "") + crimea
            rings = [ring for ring in rings if not is_crimea(ring)]
        if number in SURROUNDINGS:
            sheet["land"] += "".join(path(ring) for ring in rings if area(ring) > SMALLEST_PART)
        elif state := STATES.get(number):
            largest = (rings or rings_of(geometry, whole))[0]
            middle = [round(sum(p[axis] for p in largest) / len(largest)) for axis in (0, 1)]
            if state in RINGS:
                sheet["rings"][state] = middle
                continue
            parts = rings[:1] + [ring for ring in rings[1:] if area(ring) > SMALLEST_PART]
            drawn = sheet["states"].get(state, "")
            sheet["states"][state] = drawn + "".join(path(ring) for ring in parts)
    return sheet


if __name__ == "__main__":
    drawing = build(json.loads(Path(sys.argv[1]).read_text()))
    Path(sys.argv[2]).write_text(json.dumps(drawing, separators=(",", ":"), sort_keys=True) + "\n")
