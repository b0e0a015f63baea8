from __future__ import annotations

from datetime import date

from core import todos
from core.todos import ToDo, todos_of


def test_todos_come_by_day_then_weight_and_without_day_last(monkeypatch):
    monkeypatch.setattr(todos, "_sources", [])
    todos.register(
        lambda user: [ToDo(title=f"{user} any day", url="/a/"), ToDo(title="late", url="/b/", due=date(2018, 2, 1))]
    )
    todos.register(
        lambda user: [
            ToDo(title="light", url="/c/", due=date(2018, 1, 1)),
            ToDo(title="heavy", url="/d/", due=date(2018, 1, 1), weight=5),
        ]
    )
    assert [todo.title for todo in todos_of("Ana")] == ["heavy", "light", "late", "Ana any day"]
