from impact_study.rules.response_board import Count, Line, language_cells, line, page_lines


def complete(number, country="ES", language="es"):
    return Count(wave=1, partner=1, country=country, language=language, step="complete", number=number)


def test_line_tells_withdrawn_answers_apart():
    counts = [complete(10), Count(1, 1, "ES", "es", "withdrawn", 2), Count(1, 1, "ES", "es", "started", 12)]
    found = line(counts, label="All", target=20)
    assert (found.answered, found.withdrawn, found.completion, found.of_target) == (10, 2, 100.0, 50.0)


def test_line_has_a_rate_only_where_a_list_of_at_least_five_exists():
    assert [Line("", answered=4, asked=asked).rate for asked in (None, 4, 8)] == [None, None, 50.0]


def test_language_cells_below_the_smallest_group_are_hidden():
    counts = [complete(20), complete(3, language="en"), complete(2, language="ro")]
    assert language_cells(counts, languages=["es", "en", "ro"], k=5) == {"ES": ["20", "<5", "<5"]}


def test_language_cells_hide_a_second_cell_where_the_sum_would_tell_the_first():
    counts = [complete(20), complete(9, language="en"), complete(2, language="ro")]
    assert language_cells(counts, languages=["es", "en", "ro"], k=5) == {"ES": ["20", "×", "<5"]}


def test_page_lines_say_where_people_stop():
    found = page_lines([("work", "Work"), ("end", "End")], {"work": 8, "end": 6}, reached=10)
    assert [(page.passed, page.stopped, page.share) for page in found] == [(8, 2, 20.0), (6, 2, 25.0)]
